import Credentials
import Foundation
import Terminal
import Text

/// A program that runs for credentials, as it is listened to.
struct HelperRun: Sendable {
  private let program: String
  private let access: TerminalAccess
  private let budget: HelperTimeBudget
  private var output: [UInt8] = []
  private var errors: [UInt8] = []
  private var lines = LiveLines()
  private var pieces: [LiveLines.Piece] = []
  private var lastOutput = ContinuousClock.now
  private var failure: HelperError?

  /// In bytes, of output and of errors.
  private static let limit = 1 << 20
  /// How long a line without an end is waited for.
  private static let unfinishedLineDelay = Duration.milliseconds(200)

  init(_ program: String, _ lending: TerminalAccess, _ patience: HelperTimeBudget) {
    (self.program, self.access, self.budget) = (program, lending, patience)
  }

  /// Takes what it has printed; false where that is too much.
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

  /// Shows what it has said since; true where its time is over.
  mutating func poll(_ question: HelperQuestion?) -> Bool {
    // A question may be a line without an end.
    let isQuiet = lastOutput.duration(to: .now) >= Self.unfinishedLineDelay
    if question != nil || isQuiet, let piece = lines.takeUnfinished() { pieces.append(piece) }
    show(question)
    let isAsking = question != nil
    if failure == nil, let seconds = budget.overrun(at: .now, isAsking: isAsking) {
      failure = isAsking ? .timedOutAsking(seconds: seconds) : .timedOut(seconds: seconds)
    }
    return failure != nil
  }

  private mutating func show(_ question: HelperQuestion?) {
    defer { pieces = [] }
    if let question {
      return pieces.forEach { question.show($0.text + ($0.endsLine ? "\n" : "")) }
    }
    for piece in pieces where !piece.text.isEmpty { access.say?("\(program): \(piece.text)") }
  }

  /// What it has printed.
  ///
  /// Throws `HelperError`, and `CancellationError` where the user gave it up.
  mutating func result(_ end: HelperEnd) throws -> String {
    if let rest = lines.takeRest() { pieces.append(rest) }
    show(nil)
    if end.wasInterrupted { throw CancellationError() }
    if let failure { throw failure }
    guard output.count <= Self.limit, errors.count <= Self.limit else {
      throw HelperError.tooMuchOutput(limit: Self.limit)
    }
    guard end.end == .exited(0) else {
      let said = access.keepsLines ? [] : errors.prefix(4096)
      throw HelperError.failed(
        status: end.end.words, said: String(decoding: said, as: UTF8.self),
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

/// What a program that is run for credentials has of the user: a terminal to ask at, and somebody
/// who sees what it says.
struct TerminalAccess: Sendable {
  /// Gives way when the program of that name asks; nil where the user is not to be asked.
  var lender: (@Sendable (_ program: String) -> TerminalLender)?
  /// Shows a line that a program has said on standard error; nil where it is not shown.
  var say: (@Sendable (_ line: String) -> Void)?
  /// What was shown is still to be seen when the program has failed.
  var keepsLines = false

  /// For what runs in the background, or for many entries at once.
  static let noAccess = TerminalAccess()
}

/// The line over a question: who asks, and for what.
func heading(of program: String, for entry: String, keys: String) -> String {
  "\(program) asks, for the credentials of \(entry.cleaned.truncated(to: 40)) (\(keys)):"
}
