import Accounts
import Canvas

/// A call for a session, under way.
struct Call: Equatable, Sendable {
  /// The entry's index in the list.
  var entry: Int
  /// Seconds since 1970.
  var since: Int
  /// What it waits for, as the program last said.
  var progress = ""
}

extension Call {
  /// What is happening, on one line, with the seconds once there is one to count.
  func line(_ entry: Entry, now: Int, ellipsis: String) -> String {
    let seconds = now - since
    return entry.calling + " " + ellipsis + (seconds >= 1 ? "  \(seconds) s" : "")
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
