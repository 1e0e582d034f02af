import Canvas
import Credentials
import Foundation
import Terminal

extension HelperPrograms {
  /// Real processes, each ended, with all that it has started, when it takes too long.
  static func live(_ environment: [String: String]) -> HelperPrograms {
    HelperPrograms(
      run: { command, lending in
        let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
        return try await output(of: ["-c", command], named: words.first, environment, lending)
      },
      // The shell only finds and becomes the program: the words are its arguments, and no code.
      runProgram: { words, variables, lending in
        try await output(
          of: ["-c", "exec \"$@\"", "sh"] + words, named: words.first,
          environment.merging(variables) { $1 }, lending)
      },
      open: { await openInBrowser($0, environment) })
  }
}

/// What `sh` with these arguments prints; throws `HelperError`.
private func output(
  of arguments: [String], named program: String?, _ environment: [String: String],
  _ lending: TerminalAccess
) async throws -> String {
  let name = shownName(of: program ?? "")
  let child = Child(path: "/bin/sh", arguments: ["sh"] + arguments, environment: environment)
  let run = HelperRun(name, lending, HelperTimeBudget(from: .now, callEnd: CallDeadline.end))
  let helper = Helper(lender: lending.lender?(name))
  let output = try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { continuation in
      // A thread of its own lives as long as the program: when it dies, so does the program.
      Thread.detachNewThread {
        continuation.resume(with: Result { try printed(by: child, helper, run) })
      }
    }
  } onCancel: {
    helper.giveUp()
  }
  try Task.checkCancellation()
  return output
}

private func printed(by child: Child, _ helper: Helper, _ run: HelperRun) throws -> String {
  var run = run
  let end: HelperEnd
  do throws(SpawnError) {
    end = try helper.run(
      child, turn: { if run.poll($0) { helper.giveUp() } }, take: { run.take($0, $1) })
  } catch {
    throw HelperError.notStarted("\(error)")
  }
  return try run.result(end)
}

/// The program's name without its folder, on one line.
private func shownName(of program: String) -> String {
  let name = program.split(separator: "/").last.map(String.init) ?? program
  return name.cleaned.truncated(to: 40)
}
