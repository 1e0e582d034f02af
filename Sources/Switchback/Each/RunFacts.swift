import Accounts

/// What a run's report says of an entry besides how it went.
struct ReportedEntry: Equatable, Sendable {
  var entry: String
  var displayName: String
  var accountID: String?
  var roleName: String?
  var region: String?
}

extension ReportedEntry {
  /// As far as the files say it.
  init(_ entry: Entry) {
    self.init(
      entry: entry.name, displayName: entry.label.displayName, accountID: entry.accountID,
      roleName: entry.roleName, region: entry.region)
  }

  /// As the session and its command have it.
  init(_ arrival: ActiveSession, _ environment: [String: String]) {
    self.init(arrival.entry)
    accountID = arrival.accountID
    region = arrival.region(environment)
  }
}
