import CPosix
import Glibc

/// A line typed at the terminal, without its end; nil at the end of input.
///
/// Asked on /dev/tty, wherever the standard streams lead, else on the terminal that input and errors
/// both are. Throws where there is none. A signal that ends or stops us gives the echo back first. No
/// `Terminal` may be open meanwhile.
package func askOnTerminal(_ prompt: String, echo: Bool) throws(TerminalProblem) -> String? {
  let terminal: TerminalFile
  do {
    terminal = try TerminalFile.openForLines()
  } catch {
    throw .cannotAsk(prompt, reason: error.reason)
  }
  defer { terminal.close() }
  keep(enter: Array(prompt.utf8), again: [], leave: [])
  switchback_arm(Int32(SWITCHBACK_OURS), terminal.descriptor, -1)
  defer { switchback_disarm() }
  terminal.setEcho(echo)
  terminal.write(Array(prompt.utf8))
  switchback_hold()
  let line = readLine(terminal)
  // The Enter that was typed is echoed with the rest, or not at all.
  if !echo || line == nil { terminal.write([UInt8(ascii: "\n")]) }
  return line
}

/// Shows text where `askOnTerminal` asks; nothing where there is no terminal.
package func tellOnTerminal(_ text: String) {
  guard !text.isEmpty, let terminal = try? TerminalFile.openForLines() else { return }
  defer { terminal.close() }
  terminal.write(Array(text.utf8))
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

private func readLine(_ terminal: TerminalFile) -> String? {
  var line: [UInt8] = []
  while line.count < longestLine {
    guard let bytes = terminal.read() else { continue }
    if bytes.isEmpty && line.isEmpty { return nil }
    line += bytes
    if bytes.isEmpty || bytes.last == UInt8(ascii: "\n") { break }
  }
  if line.last == UInt8(ascii: "\n") { line.removeLast() }
  return String(decoding: line, as: UTF8.self)
}
