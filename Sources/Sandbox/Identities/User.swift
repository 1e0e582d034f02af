import Crypto
package import Foundation
package import Secrets

/// An IAM user, or an account's root user, with its long-lived keys.
package struct User: Sendable, Hashable {
  /// `arn:aws:iam::111122223333:user/maya`, or `arn:aws:iam::111122223333:root`.
  package let arn: String
  package var accessKeys: [AWSCredentials]
  package var devices: [MFADevice]

  package init(arn: String, keys: [AWSCredentials], devices: [MFADevice] = []) {
    self.arn = arn
    self.accessKeys = keys
    self.devices = devices
  }
}

/// A virtual MFA device of a user.
package struct MFADevice: Sendable, Hashable {
  /// `arn:aws:iam::111122223333:mfa/phone`.
  package let serial: String
  /// In base 32, as authenticator apps take it.
  package let seed: Secret
  /// The half minute whose code was taken last; that one and all before it are spent.
  private var spent = Int.min

  package init(serial: String, seed: Secret) {
    self.serial = serial
    self.seed = seed
  }

  /// Takes a code of this half minute or a neighbouring one, each once, as RFC 6238 5.2 asks.
  mutating func accepts(_ code: String, at now: Date) -> Bool {
    guard let key = bytes(base32: seed.revealed) else { return false }
    let current = oneTimeStep(now)
    let step = (current - 1...current + 1).first {
      $0 > spent && oneTimeCode(key: key, step: $0) == code
    }
    guard let step else { return false }
    spent = step
    return true
  }
}

/// The code that an authenticator app shows at `now`, for a seed in base 32; nil where it is not base 32.
package func oneTimeCode(seed: Secret, at now: Date) -> String? {
  bytes(base32: seed.revealed).map { oneTimeCode(key: $0, step: oneTimeStep(now)) }
}

/// RFC 6238's count of half minutes since 1970.
func oneTimeStep(_ now: Date) -> Int {
  Int((now.timeIntervalSince1970 / 30).rounded(.down))
}

/// RFC 4226's code for a counter: four bytes of an HMAC, picked by its last one, as decimal digits.
package func oneTimeCode(key: [UInt8], step: Int, digits: Int = 6) -> String {
  let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
  let digest = Array(
    HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
  let start = Int((digest.last ?? 0) & 15)
  let number = digest[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
  let code = String(String(number).suffix(digits))
  return String(repeating: "0", count: digits - code.count) + code
}

extension FakeAWS {
  /// Whether an MFA code came along; a good one is spent, any other refused.
  mutating func acceptsCode(
    _ parameters: Parameters, of caller: Caller, at now: Date
  ) throws(FakeAWSError) -> Bool {
    switch (parameters["SerialNumber"], parameters["TokenCode"]) {
    case (nil, nil): return false
    case (let serial?, let code?):
      try spendCode(code, ofDevice: serial, of: caller, at: now)
      return true
    default: throw .incompleteMFA
    }
  }

  private mutating func spendCode(
    _ code: String, ofDevice serial: String, of caller: Caller, at now: Date
  ) throws(FakeAWSError) {
    guard let user = users.firstIndex(where: { $0.arn == caller.iamARN }),
      let device = users[user].devices.firstIndex(where: { $0.serial == serial })
    else { throw .wrongDevice }
    guard users[user].devices[device].accepts(code, at: now) else { throw .wrongCode }
  }
}
