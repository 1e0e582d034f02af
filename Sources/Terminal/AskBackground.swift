package import Canvas
import Glibc

/// The background of the terminal that we were started from; nil where it does not say within so many milliseconds.
///
/// What is typed meanwhile is lost. No `Terminal` may be open.
package func terminalBackground(
  _ environment: [String: String], waitingAtMost milliseconds: Int
) -> Color? {
  guard Questions.canBeAsked(environment), let terminal = try? TerminalFile.open() else {
    return nil
  }
  defer { terminal.close() }
  var before = termios()
  guard tcgetattr(terminal.descriptor, &before) == 0 else { return nil }
  terminal.setRaw()
  defer { tcsetattr(terminal.descriptor, TCSANOW, &before) }
  terminal.write(Questions.background)
  return answer(from: terminal, milliseconds)
}

/// Reads until the answer that every terminal gives, which comes last.
private func answer(from terminal: TerminalFile, _ milliseconds: Int) -> Color? {
  var decoder = KeyDecoder()
  let end = ContinuousClock.now + .milliseconds(milliseconds)
  var color: Color?
  while case let left = (end - .now) / .milliseconds(1), left > 0,
    terminal.hasInput(within: Int(left.rounded(.up))), let bytes = terminal.read(), !bytes.isEmpty
  {
    for input in decoder.feed(bytes) {
      switch input {
      case .answer(.background(let found)): color = found
      case .answer(.attributes): return color
      default: break
      }
    }
  }
  return color
}
