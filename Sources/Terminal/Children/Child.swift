import Glibc

/// A program to run, with its arguments and environment.
package struct Child: Sendable {
  /// An absolute path, or one with a slash: PATH is not searched.
  ///
  /// See `findCommand`.
  package var path: String
  /// All arguments, the program's own name first.
  package var arguments: [String]
  /// The whole environment: nothing is added.
  package var environment: [String: String]
  /// The working directory; nil for the one of this process.
  package var workingDirectory: String?
  /// Whether its standard input is the lent terminal, whatever the standard input of this process
  /// is.
  package var readsTerminal = false

  package init(
    path: String, arguments: [String], environment: [String: String],
    workingDirectory: String? = nil
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.workingDirectory = workingDirectory
  }
}

/// How a child ended.
package enum ChildEnd: Sendable, Hashable {
  case exited(Int32)
  case signaled(Int32)

  /// The status as shells report it: 128 plus the number of the signal that ended the child.
  package var status: Int32 {
    switch self {
    case .exited(let status): status
    case .signaled(let signal): 128 + signal
    }
  }
}

/// The path of a command, found as a shell does: in the folders of PATH, or the name itself if it
/// contains a slash.
package func findCommand(
  _ name: String, environment: [String: String]
) throws(SpawnError) -> String {
  if name.contains("/") { return name }
  guard !name.isEmpty else { throw .notFound(name) }
  // The default of execvp if PATH is not set.
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

/// The reason why a program could not be started.
package enum SpawnError: Error, Hashable, CustomStringConvertible {
  case notFound(String)
  case notExecutable(String, reason: String)
  case noDirectory(String, reason: String)
  /// The system has no more processes, or no more memory.
  case noProcess(String, reason: String)

  /// The exit status that shells use: 127 if the command is not found, 126 if it cannot be run.
  package var status: Int32 {
    if case .notFound = self { 127 } else { 126 }
  }

  package var description: String {
    switch self {
    case .notFound(let command):
      "There is no command '\(command)'. Check its spelling, and that PATH names its folder."
    case .notExecutable(let path, let reason):
      "'\(path)' cannot be run: \(reason). Check that it is a program and that you may execute it."
    case .noDirectory(let path, let reason):
      "'\(path)' cannot be the working directory: \(reason). Start from another one."
    case .noProcess(let path, let reason):
      "'\(path)' cannot be started now: \(reason). Try again when fewer programs are running."
    }
  }
}
