package import Foundation

/// A switch that happened.
package struct Recent: Sendable, Hashable {
  package enum How: String, Sendable, Hashable {
    case shell, exec, each, console, export
  }

  /// What ended it in a shell that went on.
  package enum Ending: String, Sendable, Hashable {
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
  package var at: Date
  package var how: How
  /// How the child ended; nil while it runs, and where there is no child.
  package var exitStatus: Int?
  /// How it ended before its shell did; nil where it did not.
  package var ending: Ending?
  /// The process that it lives with.
  package var process: ProcessIdentity?
  /// Whether that process runs for certain, and nothing has ended the switch.
  package var isRunning = false

  package init(
    entry: String, displayName: String, accountID: String? = nil, roleName: String? = nil,
    region: String? = nil, at: Date, how: How, exitStatus: Int? = nil,
    ending: Ending? = nil, process: ProcessIdentity? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.at = at
    self.how = how
    self.exitStatus = exitStatus
    self.ending = ending
    self.process = process
  }
}
