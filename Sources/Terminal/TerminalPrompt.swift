import CPosix
import Canvas
import Glibc

/// A line typed at the terminal, without its end; nil at the end of input.
///
/// Asked on /dev/tty, wherever the standard streams lead, else on the terminal that input and errors
/// both are. Throws where there is none. A signal that ends or stops us gives the echo back first. No
/// `Terminal` may be open meanwhile.
package func askOnTerminal(_ prompt: String, echo: Bool) throws(TerminalError) -> String? {
  let terminal: TerminalFile
  do {
    terminal = try TerminalFile.openForLines()
  } catch {
    throw .cannotAsk(prompt, reason: error.reason)
  }
  defer { terminal.close() }
  storeGuardBytes(enter: Array(prompt.utf8), again: [], leave: [])
  switchback_arm(Int32(SWITCHBACK_OURS), terminal.descriptor, -1)
  defer { switchback_disarm() }
  terminal.setEcho(echo)
  if !terminal.sendsSignals { terminal.setInterruptEndsLine() }
  terminal.write(Array(prompt.utf8))
  switchback_hold()
  let line = readLine(terminal)
  // The Enter that was typed is echoed with the rest, or not at all; Ctrl-D is no Enter.
  if !echo || line?.last != newline { terminal.write([newline]) }
  return line.map { String(decoding: $0.last == newline ? $0.dropLast() : $0[...], as: UTF8.self) }
}

/// How many columns the terminal has where `askOnTerminal` asks; nil where there is none, or it does not know.
package func columnsOfAskedTerminal() -> Int? {
  guard let terminal = try? TerminalFile.openForLines() else { return nil }
  defer { terminal.close() }
  return windowSize(of: terminal.descriptor).flatMap { $0.columns > 0 ? $0.columns : nil }
}

/// Shows text where `askOnTerminal` asks; nothing where there is no terminal.
package func printOnTerminal(_ text: String) {
  guard !text.isEmpty, let terminal = try? TerminalFile.openForLines() else { return }
  defer { terminal.close() }
  terminal.write(Array(text.utf8))
}

/// Drops what was typed before now where `askOnTerminal` asks, so that it answers no question that was not seen.
package func discardTypeahead() {
  guard let terminal = try? TerminalFile.openForLines() else { return }
  defer { terminal.close() }
  tcflush(terminal.descriptor, TCIFLUSH)
}

extension TerminalFile {
  fileprivate static func openForLines() throws(SystemError) -> TerminalFile {
    do {
      return try open()
    } catch {
      let errors = STDERR_FILENO
      guard isatty(STDIN_FILENO) == 1, isatty(errors) == 1,
        fcntl(errors, F_GETFL) & O_ACCMODE == O_RDWR
      else { throw error }
      return TerminalFile(descriptor: fcntl(errors, F_DUPFD_CLOEXEC, 3))
    }
  }
}

/// Longer than any code or name.
private let longestLine = 4096

private let newline = UInt8(ascii: "\n")

/// With its end where it has one; nil at the end of input.
private func readLine(_ terminal: TerminalFile) -> [UInt8]? {
  var line: [UInt8] = []
  while line.count < longestLine {
    guard let bytes = terminal.read() else { continue }
    if bytes.isEmpty && line.isEmpty { return nil }
    line += bytes
    if bytes.last == TerminalFile.interrupt, !terminal.sendsSignals { raise(SIGINT) }
    if bytes.isEmpty || bytes.last == newline { break }
  }
  return line
}
