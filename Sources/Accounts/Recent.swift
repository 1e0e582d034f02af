package import Foundation

/// A switch that happened.
package struct Recent: Sendable, Hashable {
  package enum How: String, Sendable, Hashable {
    case shell, exec, each, console, export
  }

  package var entry: String
  package var displayName: String
  package var accountID: String?
  package var roleName: String?
  package var region: String?
  package var at: Date
  package var how: How
  /// How the child ended; nil while it runs, and where there is no child.
  package var exitStatus: Int?

  package init(
    entry: String, displayName: String, accountID: String? = nil, roleName: String? = nil,
    region: String? = nil, at: Date, how: How, exitStatus: Int? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
    self.at = at
    self.how = how
    self.exitStatus = exitStatus
  }
}
