import Credentials
import Subprocess

extension Commands {
  /// Real processes, each ended when it takes too long.
  static func live(_ environment: [String: String]) -> Commands {
    Commands(
      run: { try await output(of: ["-c", $0], variables: [:]) },
      // The shell only finds and becomes the program: the words are its arguments, and no code.
      runProgram: { words, variables in
        try await output(of: ["-c", "exec \"$@\"", "sh"] + words, variables: variables)
      },
      open: { await openInBrowser($0, environment) })
  }
}

/// What `sh` with these arguments prints, with variables besides ours; throws `CommandFailure`.
private func output(of arguments: [String], variables: [String: String]) async throws -> String {
  try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask { try await printed(arguments, variables) }
    group.addTask {
      try await Task.sleep(for: .seconds(patience))
      throw CommandFailure.timedOut(seconds: patience)
    }
    defer { group.cancelAll() }
    return try await group.next() ?? ""
  }
}

/// Error output is kept for the message, since a picker may own the screen.
private func printed(_ arguments: [String], _ variables: [String: String]) async throws -> String {
  var overrides: [Environment.Key: String?] = [:]
  for (name, value) in variables { overrides[.init(stringLiteral: name)] = value }
  do {
    let ended = try await Subprocess.run(
      .name("sh"), arguments: Arguments(arguments), environment: .inherit.updating(overrides),
      input: .none, output: .string(limit: 65_536), error: .string(limit: 65_536))
    guard ended.terminationStatus.isSuccess else {
      throw CommandFailure.failed(
        status: "\(ended.terminationStatus)", said: String(ended.standardError.prefix(500)))
    }
    return ended.standardOutput
  } catch let error as SubprocessError {
    throw CommandFailure.notStarted("\(error)")
  }
}
