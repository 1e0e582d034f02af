import Glibc

/// The paths of AWS's config and credentials files.
///
/// They are `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, expanded as in the AWS CLI, or
/// else the files in `~/.aws`. An empty variable means no file, and gives an empty path.
/// `SWITCHBACK_CONFIG_FILE` and `SWITCHBACK_CREDENTIALS_FILE`, which a refreshing shell sets, have
/// the user's own paths and win over both.
package func sharedFilePaths(
  environment: [String: String],
  homeOfUser: (String?) -> String? = homeDirectory
) -> (config: String, credentials: String) {
  func path(_ own: String, _ variable: String, _ standard: String) -> String {
    if let path = environment[own], !path.isEmpty { return path }
    let path = expandingVariables(environment[variable] ?? standard, environment)
    return expandingTilde(path, home: environment["HOME"], homeOfUser)
  }
  return (
    path("SWITCHBACK_CONFIG_FILE", "AWS_CONFIG_FILE", "~/.aws/config"),
    path("SWITCHBACK_CREDENTIALS_FILE", "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials")
  )
}

/// A user's home directory in the password database; nil stands for the current user.
package func homeDirectory(of user: String?) -> String? {
  var entry = passwd()
  var found: UnsafeMutablePointer<passwd>?
  var buffer = [CChar](repeating: 0, count: 16384)
  let status =
    if let user {
      getpwnam_r(user, &entry, &buffer, buffer.count, &found)
    } else {
      getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found)
    }
  guard status == 0, let directory = found?.pointee.pw_dir else { return nil }
  return String(cString: directory)
}

/// The path with `$NAME` and `${NAME}` replaced; unset variables are left as they are.
private func expandingVariables(_ path: String, _ environment: [String: String]) -> String {
  guard path.utf8.contains(UInt8(ascii: "$")) else { return path }
  var expanded = ""
  var rest = path[...]
  while let dollar = rest.firstIndex(of: "$") {
    expanded += rest[..<dollar]
    rest = rest[dollar...]
    let (written, name) = variable(startingAt: rest)
    expanded += environment[name] ?? String(written)
    rest = rest[written.endIndex...]
  }
  return expanded + rest
}

/// The variable reference at the start of `text`, which begins with `$`, and its name.
private func variable(startingAt text: Substring) -> (written: Substring, name: String) {
  let behind = text.dropFirst()
  if behind.first == "{", let close = behind.firstIndex(of: "}") {
    return (text[...close], String(behind[..<close].dropFirst()))
  }
  let name = behind.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  return (text[..<name.endIndex], String(name))
}

private func expandingTilde(
  _ path: String, home: String?, _ homeOfUser: (String?) -> String?
) -> String {
  guard path.hasPrefix("~") else { return path }
  let user = path.dropFirst().prefix { $0 != "/" }
  let rest = path.dropFirst(1 + user.count)
  let found = user.isEmpty ? home ?? homeOfUser(nil) : homeOfUser(String(user))
  guard var directory = found else { return path }
  while directory.hasSuffix("/") { directory.removeLast() }
  let expanded = directory + String(rest)
  return expanded.isEmpty ? "/" : expanded
}
