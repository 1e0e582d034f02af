package import Foundation

/// A recorded switch.
package struct SwitchRecord: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable {
    case shell, exec, each, console, export
  }

  /// The event that ended a switch before its shell exited.
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
  /// True for the ReadOnlyAccess policy as session policy.
  package var isReadOnly = false
  package var date: Date
  package var method: Method
  /// The exit status of the child; nil while it runs, and if there is no child.
  package var exitStatus: Int?
  /// The event that ended the switch before its shell exited; nil if there was none.
  package var endReason: EndReason?
  /// The process whose end also ends the switch.
  package var process: ProcessIdentity?
  /// True if that process is certainly running, and nothing has ended the switch.
  package var isRunning = false

  package init(
    entry: String, displayName: String, accountID: String? = nil, roleName: String? = nil,
    region: String? = nil, date: Date, method: Method, exitStatus: Int? = nil,
    endReason: EndReason? = nil, process: ProcessIdentity? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.date = date
    self.method = method
    self.exitStatus = exitStatus
    self.endReason = endReason
    self.process = process
  }
}

/// A recorded switch with its number in the history.
package struct HistoryRow: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var record: SwitchRecord

  package init(id: Int64, record: SwitchRecord) {
    self.id = id
    self.record = record
  }
}
