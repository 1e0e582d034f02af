import Accounts
import Canvas

/// A call for a session, under way.
struct RunningCall: Equatable, Sendable {
  var selectedSwitch: SelectedSwitch
  /// Seconds since 1970.
  var since: Int
  /// What it has to say, as the program last said.
  var progress = ""
  var login: LoginWait?
  /// The first line shown of what is said.
  var top = 0
}

extension RunningCall {
  /// What is happening, on one line, with the seconds once there is one to count.
  func line(_ entry: Entry, now: Int, ellipsis: String) -> String {
    let seconds = now - since
    let what = selectedSwitch.role.map { "Assuming " + $0.place } ?? entry.calling
    // First, where no narrow screen cuts it off.
    return (selectedSwitch.choice.isReadOnly ? "Read-only: " + what.lowercasedFirst : what)
      + " " + ellipsis + (seconds >= 1 ? "  \(seconds) s" : "")
  }
}

extension Entry {
  fileprivate var calling: String {
    guard let roleName, let accountID else {
      return "Getting credentials for " + label.displayName
    }
    return "Assuming \(roleName) in \(accountID)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
