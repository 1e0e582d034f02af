import Foundation
package import Secrets

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
