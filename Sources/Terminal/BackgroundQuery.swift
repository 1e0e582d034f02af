package import Canvas
import Glibc

/// The result of asking the terminal for its background colour.
package enum BackgroundAnswer: Sendable, Hashable {
  case color(Color)
  /// The terminal did not report a colour, or could not be asked.
  case none
  /// The terminal answered nothing, not even the query that every terminal answers.
  case silence
}

/// Asks the controlling terminal for its background colour and waits at most the given
/// milliseconds.
///
/// Input that was typed before or meanwhile is kept for the next reader. If there is input that
/// could not be put back, the terminal is not asked. No `Terminal` may be open.
package func terminalBackground(
  _ environment: [String: String], waitingAtMost milliseconds: Int
) -> BackgroundAnswer {
  guard TerminalQueries.canBeAsked(environment), let terminal = try? TerminalFile.open() else {
    return .none
  }
  defer { terminal.close() }
  var before = termios()
  guard tcgetattr(terminal.descriptor, &before) == 0 else { return .none }
  terminal.setRaw()
  var parser = BackgroundReplyParser()
  // Before this query nothing has been asked, so any input was typed.
  if !terminal.hasInput(within: 0) || TerminalFile.canPutBack {
    terminal.write(TerminalQueries.background)
    parser = readAnswer(from: terminal, milliseconds)
  }
  tcsetattr(terminal.descriptor, TCSANOW, &before)
  terminal.putBack(parser.typed)
  if let color = parser.color { return .color(color) }
  return parser.isDue ? .silence : .none
}

/// Reads until the answer that every terminal gives, which comes last.
private func readAnswer(from terminal: TerminalFile, _ milliseconds: Int) -> BackgroundReplyParser {
  var parser = BackgroundReplyParser(isDue: true)
  let end = ContinuousClock.now + .milliseconds(milliseconds)
  while parser.isDue, case let left = (end - .now) / .milliseconds(1), left > 0,
    terminal.hasInput(within: Int(left.rounded(.up))), let bytes = terminal.read(), !bytes.isEmpty
  {
    parser.take(bytes)
  }
  return parser
}

extension TerminalFile {
  /// Whether bytes can be put back.
  ///
  /// From Linux 6.2 the system can restrict that to root (`dev.tty.legacy_tiocsti`).
  fileprivate static var canPutBack: Bool {
    if geteuid() == 0 { return true }
    let file = Glibc.open("/proc/sys/dev/tty/legacy_tiocsti", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { _ = Glibc.close(file) }
    var allowed: UInt8 = 0
    return Glibc.read(file, &allowed, 1) == 1 && allowed == UInt8(ascii: "1")
  }
}

/// Separates a terminal's answers to `TerminalQueries.background` from typed input.
package struct BackgroundReplyParser: Sendable {
  package private(set) var color: Color?
  /// Whether the last answer is still missing.
  package private(set) var isDue: Bool
  private var pending: [UInt8] = []
  private var otherBytes: [UInt8] = []
  private var decoder = KeyDecoder()

  package init(isDue: Bool = false) {
    self.isDue = isDue
  }

  /// The typed bytes in order.
  ///
  /// The beginning of an answer that never ended is not included.
  package var typed: [UInt8] { otherBytes }

  package mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    while let first = pending.first {
      let length = first == escape ? pending[...].lengthOfAnswer : 1
      guard let length else { return }
      let piece = Array(pending.prefix(length))
      pending.removeFirst(length)
      if piece.count > 1 { handle(piece) } else { otherBytes += piece }
    }
  }

  private mutating func handle(_ piece: [UInt8]) {
    let inputs = decoder.feed(piece)
    for case .answer(let answer) in inputs {
      switch answer {
      case .background(let color): self.color = color
      case .attributes: isDue = false
      case .lightScheme, .mode: break
      }
    }
    // A key that sends several bytes, for example an arrow.
    if inputs.contains(where: \.isTyped) { otherBytes += piece }
  }
}

extension Input {
  fileprivate var isTyped: Bool {
    switch self {
    case .key, .pasted: true
    case .pressed, .scrolled, .focused, .answer: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The length of the sequence that begins here with Escape; 1 for a lone Escape, nil while its
  /// end is missing.
  fileprivate var lengthOfAnswer: Int? {
    guard count > 1 else { return nil }
    switch self[startIndex + 1] {
    case UInt8(ascii: "["):
      let end = dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }
      return end.map { $0 - startIndex + 1 }
    case UInt8(ascii: "]"), UInt8(ascii: "P"): return lengthOfString
    default: return 1
    }
  }

  /// The length up to the bell, or to Escape and a backslash.
  private var lengthOfString: Int? {
    guard let end = dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == escape }) else {
      return nil
    }
    if self[end] == 0x07 { return end - startIndex + 1 }
    return end + 1 < endIndex ? end - startIndex + 2 : nil
  }
}
