import Credentials
import Foundation
import STS
import Terminal

extension Commands {
  /// Real processes, each ended, with all that it has started, when it takes too long.
  static func live(_ environment: [String: String]) -> Commands {
    Commands(
      run: { try await output(of: ["-c", $0], environment) },
      // The shell only finds and becomes the program: the words are its arguments, and no code.
      runProgram: { words, variables in
        try await output(
          of: ["-c", "exec \"$@\"", "sh"] + words, environment.merging(variables) { $1 })
      },
      open: { await openInBrowser($0, environment) })
  }
}

/// The longest that another program is waited for, in seconds: less than for all, so that it is named.
private let commandPatience = 45
private let outputLimit = 1 << 20

/// What `sh` with these arguments prints; throws `CommandFailure`.
private func output(
  of arguments: [String], _ environment: [String: String]
) async throws -> String {
  let child = Child(path: "/bin/sh", arguments: ["sh"] + arguments, environment: environment)
  do {
    return try await within(.seconds(commandPatience), Timing.system.sleep) {
      try await printed(child)
    }
  } catch is TimeIsOver {
    throw CommandFailure.timedOut(seconds: commandPatience)
  }
}

/// Error output is kept for the message, since a picker may own the screen.
private func printed(_ child: Child) async throws -> String {
  let helper = Helper()
  let (end, output, errors) = try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { continuation in
      // A thread of its own lives as long as the program: when it dies, so does the program.
      Thread.detachNewThread { continuation.resume(with: Result { try run(helper, child) }) }
    }
  } onCancel: {
    helper.giveUp()
  }
  try Task.checkCancellation()
  guard output.count <= outputLimit, errors.count <= outputLimit else {
    throw CommandFailure.saidTooMuch(limit: outputLimit)
  }
  guard end == .exited(0) else {
    throw CommandFailure.failed(
      status: words(end), said: String(decoding: errors.prefix(4096), as: UTF8.self))
  }
  return String(decoding: output, as: UTF8.self)
}

private typealias Printed = (end: ChildEnd, output: [UInt8], errors: [UInt8])

private func run(_ helper: Helper, _ child: Child) throws -> Printed {
  var output: [UInt8] = []
  var errors: [UInt8] = []
  do throws(SpawnProblem) {
    let end = try helper.run(child) { stream, bytes in
      if stream == .output { output += bytes } else { errors += bytes }
      return output.count <= outputLimit && errors.count <= outputLimit
    }
    return (end, output, errors)
  } catch {
    throw CommandFailure.notStarted("\(error)")
  }
}

private func words(_ end: ChildEnd) -> String {
  switch end {
  case .exited(let code): "status \(code)"
  case .signaled(let signal): "signal \(signal)"
  }
}
