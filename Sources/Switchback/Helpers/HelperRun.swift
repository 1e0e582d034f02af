import Canvas
import Credentials
import Terminal

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
