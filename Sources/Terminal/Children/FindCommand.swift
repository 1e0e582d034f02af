import Glibc

/// Where the command of a name is, as a shell looks for it: through the folders of PATH, or the
/// name itself where it has a slash.
package func findCommand(
  _ name: String, environment: [String: String]
) throws(SpawnError) -> String {
  if name.contains("/") { return name }
  guard !name.isEmpty else { throw .notFound(name) }
  // What execvp takes where PATH is not set.
  let folders = (environment["PATH"] ?? "/bin:/usr/bin")
    .split(separator: ":", omittingEmptySubsequences: false)
  let paths = folders.map { $0.isEmpty ? "./" + name : "\($0)/\(name)" }
  if let path = paths.first(where: { isFile($0) && isExecutable($0) }) { return path }
  if let path = paths.first(where: isFile) {
    throw .notExecutable(path, reason: String(cString: strerror(EACCES)))
  }
  throw .notFound(name)
}

private func isExecutable(_ path: String) -> Bool {
  RawText.withCString(path) { access($0, X_OK) } == 0
}

private func isFile(_ path: String) -> Bool {
  var status = stat()
  return RawText.withCString(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFREG
}
