package import Canvas
import Glibc

/// What came of asking the terminal for its background.
package enum BackgroundAnswer: Sendable, Hashable {
  case color(Color)
  /// It has none to tell, or there was no asking it.
  case none
  /// It said nothing, not even what every terminal says.
  case silence
}

/// The background of the terminal that we were started from, waited for so many milliseconds at most.
///
/// What was typed before, or is typed meanwhile, stays for whoever reads next: where something is there already that
/// could not be put back, nothing is asked. No `Terminal` may be open.
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
  var answering = BackgroundReplyParser()
  // Before our question nothing can have been asked: what is there was typed.
  if !terminal.hasInput(within: 0) || TerminalFile.canPutBack {
    terminal.write(TerminalQueries.background)
    answering = answer(from: terminal, milliseconds)
  }
  tcsetattr(terminal.descriptor, TCSANOW, &before)
  terminal.putBack(answering.typed)
  if let color = answering.color { return .color(color) }
  return answering.isDue ? .silence : .none
}

/// Reads until the answer that every terminal gives, which comes last.
private func answer(from terminal: TerminalFile, _ milliseconds: Int) -> BackgroundReplyParser {
  var answer = BackgroundReplyParser(isDue: true)
  let end = ContinuousClock.now + .milliseconds(milliseconds)
  while answer.isDue, case let left = (end - .now) / .milliseconds(1), left > 0,
    terminal.hasInput(within: Int(left.rounded(.up))), let bytes = terminal.read(), !bytes.isEmpty
  {
    answer.take(bytes)
  }
  return answer
}

extension TerminalFile {
  /// False where the system lets only root put bytes back (`dev.tty.legacy_tiocsti`, from Linux 6.2).
  fileprivate static var canPutBack: Bool {
    if geteuid() == 0 { return true }
    let file = Glibc.open("/proc/sys/dev/tty/legacy_tiocsti", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { _ = Glibc.close(file) }
    var allowed: UInt8 = 0
    return Glibc.read(file, &allowed, 1) == 1 && allowed == UInt8(ascii: "1")
  }
}

/// What a terminal says to `TerminalQueries.background`, and what was typed between.
package struct BackgroundReplyParser: Sendable {
  package private(set) var color: Color?
  /// True until its last answer has come.
  package private(set) var isDue: Bool
  private var pending: [UInt8] = []
  private var otherBytes: [UInt8] = []
  private var decoder = KeyDecoder()

  package init(isDue: Bool = false) {
    self.isDue = isDue
  }

  /// The bytes that are no answer, in order: the beginning of one that never ended is none.
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
      case .background(let found): color = found
      case .attributes: isDue = false
      default: break
      }
    }
    // A key that sends several bytes, such as an arrow.
    if inputs.contains(where: \.isTyped) { otherBytes += piece }
  }
}

extension Input {
  fileprivate var isTyped: Bool {
    switch self {
    case .key, .pasted: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// How long the sequence is that begins here, with Escape; 1 for an Escape alone, nil while its end is missing.
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

  /// To the bell, or to Escape and a backslash.
  private var lengthOfString: Int? {
    guard let end = dropFirst(2).firstIndex(where: { $0 == 0x07 || $0 == escape }) else {
      return nil
    }
    if self[end] == 0x07 { return end - startIndex + 1 }
    return end + 1 < endIndex ? end - startIndex + 2 : nil
  }
}
