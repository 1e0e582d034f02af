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
