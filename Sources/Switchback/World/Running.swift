import Credentials
import STS
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

/// The longest that another program is waited for, in seconds: less than for all, so that it is named.
private let commandPatience = 45
private let outputLimit = 1 << 20

/// What `sh` with these arguments prints, with variables besides ours; throws `CommandFailure`.
private func output(of arguments: [String], variables: [String: String]) async throws -> String {
  do {
    return try await within(.seconds(commandPatience), Timing.system.sleep) {
      try await printed(arguments, variables)
    }
  } catch is TimeIsOver {
    throw CommandFailure.timedOut(seconds: commandPatience)
  }
}

/// Error output is kept for the message, since a picker may own the screen.
private func printed(_ arguments: [String], _ variables: [String: String]) async throws -> String {
  var overrides: [Environment.Key: String?] = [:]
  for (name, value) in variables { overrides[.init(stringLiteral: name)] = value }
  do {
    let ended = try await Subprocess.run(
      .name("sh"), arguments: Arguments(arguments), environment: .inherit.updating(overrides),
      input: .none, output: .string(limit: outputLimit), error: .string(limit: outputLimit))
    guard ended.terminationStatus.isSuccess else {
      throw CommandFailure.failed(
        status: words(ended.terminationStatus), said: String(ended.standardError.prefix(500)))
    }
    return ended.standardOutput
  } catch let error as SubprocessError where error.code == .outputLimitExceeded {
    throw CommandFailure.saidTooMuch(limit: outputLimit)
  } catch let error as SubprocessError {
    throw CommandFailure.notStarted("\(error)")
  }
}

private func words(_ status: TerminationStatus) -> String {
  switch status {
  case .exited(let code): "status \(code)"
  case .signaled(let signal): "signal \(signal)"
  }
}
