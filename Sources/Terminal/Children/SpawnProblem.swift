/// Why a program could not be started.
package enum SpawnError: Error, Hashable, CustomStringConvertible {
  case notFound(String)
  case notExecutable(String, reason: String)
  case noDirectory(String, reason: String)
  /// The system gives no more processes, or no more memory.
  case noProcess(String, reason: String)

  /// The exit status that shells give: 127 where the command is not found, 126 where it cannot be
  /// run.
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
      "'\(path)' cannot be started now: \(reason). Try again when fewer programs run."
    }
  }
}
