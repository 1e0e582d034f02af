import CPosix
import Glibc

/// A pseudo-terminal for a helper: this process reads what the helper writes, and what this process
/// writes is the helper's input.
package final class PseudoTerminal {
  /// The state of use by other programs.
  package enum Use {
    /// No program has it open.
    case none
    /// A program has it open, to write or to read.
    case open
    case written
  }

  /// Its path, for example `/dev/pts/3`.
  let path: String
  /// The helper's end, until the helper has it.
  private(set) var other: Int32
  private let ours: TerminalFile

  /// Creates one with the size and settings of the user's terminal.
  ///
  /// It returns nil if the system has none left.
  init?(like terminal: TerminalFile) {
    var name = [CChar](repeating: 0, count: 64)
    var other: Int32 = -1
    let ours = switchback_open_pty(terminal.descriptor, &other, &name, name.count)
    guard ours >= 0 else { return nil }
    self.ours = TerminalFile(descriptor: ours)
    self.other = other
    path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  deinit {
    closeOther()
    ours.close()
  }

  /// Closes the helper's end in this process.
  ///
  /// After that, `use` reports the use by other programs.
  func closeOther() {
    guard other >= 0 else { return }
    close(other)
    other = -1
  }

  var use: Use {
    let events = ours.events
    return events & POLLIN != 0 ? .written : events & POLLHUP != 0 ? .none : .open
  }

  /// The events to wait for; none while no program has it open, since that would be reported all
  /// the time.
  func awaited(typing: Bool) -> pollfd {
    let isOpen = use != .none
    let events = POLLIN | (typing ? POLLOUT : 0)
    return pollfd(fd: isOpen ? ours.descriptor : -1, events: Int16(events), revents: 0)
  }

  /// The written bytes, at most 4096; empty if there are none yet, or no more.
  func read() -> [UInt8] { ours.read() ?? [] }

  /// Types as many of the bytes as fit, and returns the rest.
  func type(_ bytes: [UInt8]) -> [UInt8] {
    let count = Glibc.write(ours.descriptor, bytes, bytes.count)
    return Array(bytes.dropFirst(max(0, count)))
  }

  /// Takes the current size of the user's terminal.
  func fit(to terminal: TerminalFile) {
    switchback_copy_size(terminal.descriptor, ours.descriptor)
  }
}

extension TerminalFile {
  /// The events of poll(2) that are possible now.
  fileprivate var events: Int32 {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0 ? Int32(state.revents) : 0
  }
}

/// Follows which screen of the terminal a helper is on, by its output: a killed helper cannot
/// switch back.
package struct ScreenTrace {
  package private(set) var isOnOther = false
  /// The end of the output, where a sequence may have begun.
  private var tail: [UInt8] = []

  /// `ESC [ ? n h` and `l` with any of these numbers switch to the other screen and back (xterm).
  private static let numbers = ["47", "1047", "1049"]
  private static let sequences = numbers.flatMap { number in
    [(bytes("\u{1b}[?\(number)h"), true), (bytes("\u{1b}[?\(number)l"), false)]
  }
  private static let longest = sequences.map(\.0.count).max() ?? 0

  static let leave = bytes("\u{1b}[?1049l")

  /// Processes the next bytes of the output.
  package mutating func feed(_ written: [UInt8]) {
    let all = tail + written
    var rest = all[...]
    var unsure: Int?
    while let start = rest.firstIndex(of: escape) {
      rest = rest[start...]
      if let (_, isOther) = Self.sequences.first(where: { rest.starts(with: $0.0) }) {
        isOnOther = isOther
      }
      if rest.count < Self.longest { unsure = unsure ?? start }
      rest = rest.dropFirst()
    }
    tail = unsure.map { Array(all[$0...]) } ?? []
  }
}
