import CPosix
import Glibc

/// Starts a child: in a group of its own in the foreground of `terminal`, or else beside us.
///
/// When the thread that calls this dies, it gets `lastSignal`.
func spawn(
  _ child: Child, on terminal: TerminalFile? = nil, lastSignal: Int32
) throws(SpawnProblem) -> pid_t {
  let environment = child.environment.map { "\($0)=\($1)" }
  var step: Int32 = 0
  let result = withCStrings(child.arguments) { arguments in
    withCStrings(environment) { environment in
      switchback_spawn(
        child.path, arguments, environment, child.workingDirectory, terminal?.descriptor ?? -1,
        child.readsTerminal, lastSignal, &step)
    }
  }
  guard result < 0 else { return result }
  throw SpawnProblem(child, step: Int(step), error: -result)
}

/// Starts a child apart from us, with nothing to read, its output and errors in these descriptors: in a session of its
/// own, or in ours where it `isHelper`.
///
/// When the thread that calls this dies, it gets TERM, a helper KILL.
func spawnApart(
  _ child: Child, output: Int32, errors: Int32, isHelper: Bool = false
) throws(SpawnProblem) -> pid_t {
  var step: Int32 = 0
  let result = withCStrings(child.arguments) { arguments in
    withCStrings(child.environment.map { "\($0)=\($1)" }) { environment in
      isHelper
        ? switchback_spawn_helper(child.path, arguments, environment, output, errors, &step)
        : switchback_spawn_apart(child.path, arguments, environment, output, errors, &step)
    }
  }
  guard result < 0 else { return result }
  throw SpawnProblem(child, step: Int(step), error: -result)
}

extension SpawnProblem {
  fileprivate init(_ child: Child, step: Int, error: Int32) {
    let reason = String(cString: strerror(error))
    switch (step, error) {
    case (SWITCHBACK_SPAWN_DIRECTORY, _):
      self = .noDirectory(child.workingDirectory ?? "", reason: reason)
    case (SWITCHBACK_SPAWN_FORK, _): self = .noProcess(child.path, reason: reason)
    case (_, ENOENT) where !exists(child.path): self = .notFound(child.path)
    // It is there: what is missing is what its `#!` line names.
    case (_, ENOENT): self = .notExecutable(child.path, reason: "its interpreter is missing")
    default: self = .notExecutable(child.path, reason: reason)
    }
  }
}

private func exists(_ path: String) -> Bool {
  access(path, F_OK) == 0 || errno != ENOENT
}

/// A list of C strings that ends with NULL, for as long as `body` runs.
private func withCStrings<R>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> R
) -> R {
  var pointers = strings.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return withCStrings([], body) }
    return body(start)
  }
}
