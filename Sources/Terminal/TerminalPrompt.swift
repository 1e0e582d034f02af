import CPosix
import Canvas
import Glibc

/// Asks for a line at the terminal.
///
/// It returns the line without its end, or nil at the end of input.
///
/// It asks on /dev/tty, whatever the standard streams are, or else on the terminal that is both
/// standard input and standard error. It throws if there is none. A signal that ends or stops the
/// process restores the echo first. No `Terminal` may be open meanwhile.
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
  // A typed Enter is echoed with the rest, or not at all. Ctrl-D is not Enter.
  if !echo || line?.last != newline { terminal.write([newline]) }
  return line.map { String(decoding: $0.last == newline ? $0.dropLast() : $0[...], as: UTF8.self) }
}

/// The columns of the terminal on which `askOnTerminal` asks; nil if there is none, or if they are
/// not known.
package func columnsOfAskedTerminal() -> Int? {
  guard let terminal = try? TerminalFile.openForLines() else { return nil }
  defer { terminal.close() }
  return windowSize(of: terminal.descriptor).flatMap { $0.columns > 0 ? $0.columns : nil }
}

/// Shows text on the terminal on which `askOnTerminal` asks, if there is one.
package func printOnTerminal(_ text: String) {
  guard !text.isEmpty, let terminal = try? TerminalFile.openForLines() else { return }
  defer { terminal.close() }
  terminal.write(Array(text.utf8))
}

/// Drops input typed before now on the terminal of `askOnTerminal`, so that it does not answer a
/// question that the user has not seen.
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

/// The line including its end, if it has one; nil at the end of input.
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
