import CPosix
import Glibc

/// Starts a child: in its own process group in the foreground of `terminal`, or else in the group
/// of this process.
///
/// If the thread that calls this dies, the child gets `lastSignal`.
func spawn(
  _ child: Child, on terminal: TerminalFile? = nil, lastSignal: Int32
) throws(SpawnError) -> pid_t {
  var step: Int32 = 0
  let result = withCStrings(child) { path, arguments, environment in
    switchback_spawn(
      path, arguments, environment, child.workingDirectory, terminal?.descriptor ?? -1,
      child.readsTerminal, lastSignal, &step)
  }
  guard result < 0 else { return result }
  throw SpawnError(child, step: Int(step), error: -result)
}

/// The kind of a child that is detached from the terminal.
enum DetachedKind {
  /// A command in its own session. If the thread that started it dies, it gets TERM, unless there
  /// is a watcher.
  case command(isWatched: Bool)
  /// A helper in its own session, with the pseudo-terminal that has this end, or none if it is
  /// below 0. If the thread that started it dies, it gets KILL, unless there is a watcher.
  case helper(terminal: Int32, isWatched: Bool)
}

/// Starts a detached child with empty input, its output and errors going to these descriptors.
func spawnDetached(
  _ child: Child, output: Int32, errors: Int32, as kind: DetachedKind
) throws(SpawnError) -> pid_t {
  var step: Int32 = 0
  let result = withCStrings(child) { path, arguments, environment in
    switch kind {
    case .command(let isWatched):
      switchback_spawn_apart(path, arguments, environment, output, errors, isWatched, &step)
    case .helper(let terminal, let isWatched):
      switchback_spawn_helper(
        path, arguments, environment, output, errors, terminal, isWatched, &step)
    }
  }
  guard result < 0 else { return result }
  throw SpawnError(child, step: Int(step), error: -result)
}

extension SpawnError {
  fileprivate init(_ child: Child, step: Int, error: Int32) {
    let reason = String(cString: strerror(error))
    switch (step, error) {
    case (SWITCHBACK_SPAWN_DIRECTORY, _):
      self = .noDirectory(child.workingDirectory ?? "", reason: reason)
    case (SWITCHBACK_SPAWN_FORK, _): self = .noProcess(child.path, reason: reason)
    case (_, ENOENT) where !exists(child.path): self = .notFound(child.path)
    // The file exists: the interpreter in its `#!` line is missing.
    case (_, ENOENT): self = .notExecutable(child.path, reason: "its interpreter is missing")
    default: self = .notExecutable(child.path, reason: reason)
    }
  }
}

private func exists(_ path: String) -> Bool {
  RawText.withCString(path) { access($0, F_OK) } == 0 || errno != ENOENT
}

private typealias CStrings = UnsafePointer<UnsafeMutablePointer<CChar>?>

/// Calls `body` with a child's path, arguments and variables as C strings.
private func withCStrings(
  _ child: Child, _ body: (UnsafePointer<CChar>, CStrings, CStrings) -> pid_t
) -> pid_t {
  RawText.withCString(child.path) { path in
    withCStrings(child.arguments) { arguments in
      withCStrings(child.environment.map { "\($0)=\($1)" }) { body(path, arguments, $0) }
    }
  }
}

/// Calls `body` with a list of C strings that ends with NULL.
private func withCStrings<R>(
  _ strings: [String], _ body: (CStrings) -> R
) -> R {
  var pointers = strings.map { RawText.withCString($0) { strdup($0) } }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return withCStrings([], body) }
    return body(start)
  }
}
