package import Foundation
package import Secrets

/// The credentials of an entry, and facts about them.
package struct Session: Sendable, Equatable {
  /// The entry's name.
  package var entry: String
  package var keys: AWSCredentials
  /// The identity of the credentials, as STS reported it; nil for stored credentials, for which STS
  /// is not asked.
  package var arn: String?
  /// A digest of the entry's role chain when the credentials were obtained.
  package var fingerprint: String
  /// The login to Identity Center that the credentials came from: an sso-session's name or a start
  /// URL.
  ///
  /// The session ends with this login.
  package var login: String?
  /// When the credentials were obtained, if known.
  package var obtained: Date?
  /// The same time on this machine's clock.
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
  /// The remaining time that a cached session needs to be used again, in seconds; the AWS CLI's
  /// limit.
  package static let leastRemaining: TimeInterval = 15 * 60

  /// The remaining time of the session, in seconds; nil if the credentials do not expire.
  ///
  /// This is the smaller value by AWS's clock (`now`) and by this machine's clock. AWS's time comes
  /// from a response; if it were wrong, the credentials would seem to last too long.
  package func left(at now: Date, machine: Date? = nil) -> TimeInterval? {
    guard let end = keys.expiration else { return nil }
    let left = end.timeIntervalSince(now)
    guard let machine, let obtained, let obtainedHere else { return left }
    return min(left, end.timeIntervalSince(obtained) - machine.timeIntervalSince(obtainedHere))
  }

  /// True while the session has enough time left to be used; always true for credentials that do
  /// not expire.
  ///
  /// For a short session, two thirds of its duration are enough. Otherwise each caller would
  /// request a new one from AWS.
  package func isFresh(at now: Date, machine: Date? = nil) -> Bool {
    guard let left = left(at: now, machine: machine) else { return true }
    let life = obtained.flatMap { keys.expiration?.timeIntervalSince($0) } ?? .infinity
    return left >= min(Session.leastRemaining, life * 2 / 3)
  }

  /// True for a session that does not belong to an entry, for example the session of an MFA device.
  var isHidden: Bool { entry.hasPrefix(Session.hiddenMark) }

  /// The prefix of a hidden session's name.
  ///
  /// No profile's name starts with it.
  static let hiddenMark = "\0"
}
