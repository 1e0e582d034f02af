import Credentials

extension World {
  /// When the sessions that are held end, in seconds since 1970, by the entry's name; it reads a
  /// file each.
  var heldSessions: [String: Int] {
    sessions.ends(at: now(), machine: machineTime(), tokens: tokens)
  }

  /// Those of the logins, by sso-session or start URL, that have ended.
  func endedLogins(among logins: Set<String>) -> Set<String> {
    let (now, tokens) = (now(), tokens)
    return logins.filter { !tokens.isLoggedIn($0, at: now) }
  }
}
