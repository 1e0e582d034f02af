import Crypto
package import Foundation
package import Secrets

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
