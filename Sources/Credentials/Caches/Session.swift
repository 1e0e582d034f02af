package import Foundation
package import Secrets

/// Credentials held for an entry.
package struct Session: Sendable, Equatable {
  /// The entry's name.
  package var entry: String
  package var keys: Keys
  /// Who STS says these keys are; unknown for stored keys, which nobody was asked about.
  package var arn: String?
  /// What the chain behind the entry was when these were obtained, as a digest.
  package var fingerprint: String
  /// The login to Identity Center that these came by, an sso-session's name or a start URL; it ends them with it.
  package var login: String?
  /// When these were obtained, where that is known.
  package var obtained: Date?

  package init(
    entry: String, keys: Keys, arn: String? = nil, fingerprint: String, login: String? = nil,
    obtained: Date? = nil
  ) {
    self.entry = entry
    self.keys = keys
    self.arn = arn
    self.fingerprint = fingerprint
    self.login = login
    self.obtained = obtained
  }
}

extension Session {
  /// How long a held session must still last to be used again, in seconds: the AWS CLI's own limit.
  package static let leastRemaining: TimeInterval = 15 * 60

  /// True while enough is left of the session for it to be handed out; keys without an end always are.
  ///
  /// Of a session that never lasted much longer than the limit, two thirds of its life are enough: else each of many
  /// who want it would ask AWS anew.
  package func isFresh(at now: Date) -> Bool {
    guard let end = keys.expiration else { return true }
    let life = obtained.map(end.timeIntervalSince) ?? .infinity
    return end.timeIntervalSince(now) >= min(Session.leastRemaining, life * 2 / 3)
  }

  /// True for what belongs to no entry, such as the session of an MFA device.
  var isHidden: Bool { entry.hasPrefix(Session.hiddenMark) }

  /// How the name of a hidden session begins; no profile's name does.
  static let hiddenMark = "\0"
}
