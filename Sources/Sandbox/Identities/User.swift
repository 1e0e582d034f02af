import Crypto
package import Foundation
package import Secrets

/// An IAM user, or an account's root user, with its long-term credentials.
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
  /// The seed in base32, as in authenticator apps.
  package let seed: Secret
  /// The time step of the last accepted code; this and all earlier codes are used up.
  private var spent = Int.min

  package init(serial: String, seed: Secret) {
    self.serial = serial
    self.seed = seed
  }

  /// Accepts a code of the current time step or of the one before or after it, each once.
  ///
  /// RFC 6238, section 5.2, requires this.
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

/// The code that an authenticator app shows at `now`; nil if the seed is not base32.
package func oneTimeCode(seed: Secret, at now: Date) -> String? {
  bytes(base32: seed.revealed).map { oneTimeCode(key: $0, step: oneTimeStep(now)) }
}

/// The time step of RFC 6238: the number of half minutes since 1970.
func oneTimeStep(_ now: Date) -> Int {
  Int((now.timeIntervalSince1970 / 30).rounded(.down))
}

/// The code for a counter (RFC 4226): four bytes of an HMAC as decimal digits.
///
/// The last byte of the HMAC selects the four bytes.
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
  /// True if the request has an MFA code, which is used up; throws if the code is not valid.
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
