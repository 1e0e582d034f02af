package import Foundation

/// A switch that happened.
package struct SwitchRecord: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable {
    case shell, exec, each, console, export
  }

  /// What ended it in a shell that went on.
  package enum EndReason: String, Sendable, Hashable {
    /// The shell was switched to another entry.
    case switched
    /// The credentials were dropped.
    case off
  }

  package var entry: String
  package var displayName: String
  package var accountID: String?
  package var roleName: String?
  package var region: String?
  /// With the ReadOnlyAccess policy as session policy.
  package var isReadOnly = false
  package var date: Date
  package var method: Method
  /// How the child ended; nil while it runs, and where there is no child.
  package var exitStatus: Int?
  /// How it ended before its shell did; nil if it did not.
  package var endReason: EndReason?
  /// The process that it lives with.
  package var process: ProcessIdentity?
  /// Whether that process runs for certain, and nothing has ended the switch.
  package var isRunning = false

  package init(
    entry: String, displayName: String, accountID: String? = nil, roleName: String? = nil,
    region: String? = nil, at: Date, how: Method, exitStatus: Int? = nil,
    ending: EndReason? = nil, process: ProcessIdentity? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.date = at
    self.method = how
    self.exitStatus = exitStatus
    self.endReason = ending
    self.process = process
  }
}

/// A switch that happened, and the number by which the history knows it.
package struct HistoryRow: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var record: SwitchRecord

  package init(id: Int64, recent: SwitchRecord) {
    self.id = id
    self.record = recent
  }
}
