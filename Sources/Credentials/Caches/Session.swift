package import Foundation
package import Secrets

/// Credentials held for an entry.
package struct Session: Sendable, Equatable {
  /// The entry's name.
  package var entry: String
  package var keys: AWSCredentials
  /// Who STS says these keys are; unknown for stored keys, which STS was not asked about.
  package var arn: String?
  /// What the chain behind the entry was when these were obtained, as a digest.
  package var fingerprint: String
  /// The login to Identity Center that these came by, an sso-session's name or a start URL; it ends them with it.
  package var login: String?
  /// When these were obtained, where that is known.
  package var obtained: Date?
  /// The same by this machine's own clock.
  package var obtainedHere: Date?

  package init(
    entry: String, keys: AWSCredentials, arn: String? = nil, fingerprint: String,
    login: String? = nil,
    obtained: Date? = nil, obtainedHere: Date? = nil
  ) {
    self.entry = entry
    self.keys = keys
    self.arn = arn
    self.fingerprint = fingerprint
    self.login = login
    self.obtained = obtained
    self.obtainedHere = obtainedHere
  }
}

extension Session {
  /// How long a held session must still last to be used again, in seconds: the AWS CLI's own limit.
  package static let leastRemaining: TimeInterval = 15 * 60

  /// How much is left of the session, in seconds, by AWS's clock (`now`) and by this machine's own, whichever says less;
  /// nil where the keys have no end.
  ///
  /// AWS's time is what an answer said of it: were that wrong, the keys would seem to last for longer than they do.
  package func left(at now: Date, machine: Date? = nil) -> TimeInterval? {
    guard let end = keys.expiration else { return nil }
    let left = end.timeIntervalSince(now)
    guard let machine, let obtained, let obtainedHere else { return left }
    return min(left, end.timeIntervalSince(obtained) - machine.timeIntervalSince(obtainedHere))
  }

  /// True while enough is left of the session for it to be handed out; keys without an end always are.
  ///
  /// Of a session that never lasted much longer than the limit, two thirds of its life are enough: else each of many
  /// who want it would ask AWS anew.
  package func isFresh(at now: Date, machine: Date? = nil) -> Bool {
    guard let left = left(at: now, machine: machine) else { return true }
    let life = obtained.flatMap { keys.expiration?.timeIntervalSince($0) } ?? .infinity
    return left >= min(Session.leastRemaining, life * 2 / 3)
  }

  /// True for what belongs to no entry, such as the session of an MFA device.
  var isHidden: Bool { entry.hasPrefix(Session.hiddenMark) }

  /// How the name of a hidden session begins; no profile's name does.
  static let hiddenMark = "\0"
}
