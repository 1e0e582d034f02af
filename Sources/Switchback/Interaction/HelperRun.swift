import Credentials
import Foundation
import Terminal
import Text

/// The output of a program that runs for credentials, and its time limit.
struct HelperRun: Sendable {
  private let program: String
  private let access: TerminalAccess
  private let budget: HelperTimeBudget
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var lines = LiveLines()
  private var pieces: [LiveLines.Piece] = []
  private var lastOutput = ContinuousClock.now
  private var error: HelperError?

  /// The limit of the output, and of the error output, in bytes.
  private static let limit = 1 << 20
  /// How long to wait for the end of an unfinished line.
  private static let unfinishedLineDelay = Duration.milliseconds(200)

  init(_ program: String, _ access: TerminalAccess, _ budget: HelperTimeBudget) {
    (self.program, self.access, self.budget) = (program, access, budget)
  }

  /// Takes output of the program; false if there is too much of it.
  mutating func take(_ stream: ChildStream, _ bytes: UnsafeRawBufferPointer) -> Bool {
    if stream == .output {
      output += bytes
    } else {
      errors += bytes
      pieces += lines.take(bytes)
      lastOutput = .now
    }
    return output.count <= Self.limit && errors.count <= Self.limit
  }

  /// Shows new error output; true if the time is over.
  mutating func poll(_ question: HelperQuestion?) -> Bool {
    // A question may be a line without an end.
    let isQuiet = lastOutput.duration(to: .now) >= Self.unfinishedLineDelay
    if question != nil || isQuiet, let piece = lines.takeUnfinished() { pieces.append(piece) }
    show(question)
    let isAsking = question != nil
    if error == nil, let seconds = budget.overrun(at: .now, isAsking: isAsking) {
      error = isAsking ? .timedOutAsking(seconds: seconds) : .timedOut(seconds: seconds)
    }
    return error != nil
  }

  private mutating func show(_ question: HelperQuestion?) {
    defer { pieces = [] }
    if let question {
      return pieces.forEach { question.show($0.text + ($0.endsLine ? "\n" : "")) }
    }
    for piece in pieces where !piece.text.isEmpty { access.say?("\(program): \(piece.text)") }
  }

  /// The output of the program.
  ///
  /// Throws `HelperError`, and `CancellationError` if the user has cancelled it.
  mutating func result(_ end: HelperEnd) throws -> String {
    if let rest = lines.takeRest() { pieces.append(rest) }
    show(nil)
    if end.wasInterrupted { throw CancellationError() }
    if let error { throw error }
    guard output.count <= Self.limit, errors.count <= Self.limit else {
      throw HelperError.tooMuchOutput(limit: Self.limit)
    }
    guard end.end == .exited(0) else {
      let shown = access.keepsLines ? [] : errors.prefix(4096)
      throw HelperError.failed(
        status: end.end.words, output: String(decoding: shown, as: UTF8.self),
        hadTerminal: end.hadTerminal)
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension ChildEnd {
  fileprivate var words: String {
    switch self {
    case .exited(let code): "status \(code)"
    case .signaled(let signal): "signal \(signal)"
    }
  }
}

extension HelperPrograms {
  /// Real processes.
  ///
  /// A process that takes too long is ended, with all its child processes.
  static func live(_ environment: [String: String]) -> HelperPrograms {
    HelperPrograms(
      run: { command, access in
        let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
        return try await output(of: ["-c", command], named: words.first, environment, access)
      },
      // The shell only finds and executes the program. The words are arguments, not code.
      runProgram: { words, variables, access in
        try await output(
          of: ["-c", "exec \"$@\"", "sh"] + words, named: words.first,
          environment.merging(variables) { $1 }, access)
      },
      open: { await openInBrowser($0, environment) })
  }
}

/// The output of `sh` with these arguments.
///
/// Throws `HelperError`.
private func output(
  of arguments: [String], named program: String?, _ environment: [String: String],
  _ access: TerminalAccess
) async throws -> String {
  let name = shownName(of: program ?? "")
  let child = Child(path: "/bin/sh", arguments: ["sh"] + arguments, environment: environment)
  let run = HelperRun(name, access, HelperTimeBudget(from: .now, callEnd: CallDeadline.end))
  let helper = Helper(lender: access.lender?(name))
  let output = try await withTaskCancellationHandler {
    try await withCheckedThrowingContinuation { continuation in
      // Its own thread lives as long as the program: when the thread ends, so does the program.
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

/// The access of a program to the user: a terminal to ask on, and a place for its messages.
struct TerminalAccess: Sendable {
  /// Lends the terminal to the program of this name when it asks; nil if it must not ask.
  var lender: (@Sendable (_ program: String) -> TerminalLender)?
  /// Shows a line that a program printed on standard error; nil if it is not shown.
  var say: (@Sendable (_ line: String) -> Void)?
  /// True if the shown lines are still visible when the program has failed.
  var keepsLines = false

  /// No access, for programs in the background or for many entries at once.
  static let noAccess = TerminalAccess()
}

/// The line above a question: which program asks, and for which entry.
func heading(of program: String, for entry: String, keys: String) -> String {
  "\(program) asks, for the credentials of \(entry.cleaned.truncated(to: 40)) (\(keys)):"
}
