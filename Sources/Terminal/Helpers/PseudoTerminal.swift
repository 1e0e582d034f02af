import CPosix
import Glibc

/// A terminal for a helper alone: what it writes there, we read, and what we write, is typed.
package final class PseudoTerminal {
  /// What is done with it.
  package enum Use {
    /// No program has it open.
    case none
    /// A program has it open, to write or to read.
    case open
    case written
  }

  /// Its path, such as `/dev/pts/3`.
  let path: String
  /// The helper's end, until it has that itself.
  private(set) var other: Int32
  private let ours: TerminalFile

  /// As large as the user's terminal, and with its settings; nil where the system gives none.
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

  /// From now on `use` says what others do.
  func closeOther() {
    guard other >= 0 else { return }
    close(other)
    other = -1
  }

  var use: Use {
    let events = ours.events
    return events & POLLIN != 0 ? .written : events & POLLHUP != 0 ? .none : .open
  }

  /// What to wait for; nothing while no program has it open, which would be told all the time.
  func awaited(typing: Bool) -> pollfd {
    let isOpen = use != .none
    let events = POLLIN | (typing ? POLLOUT : 0)
    return pollfd(fd: isOpen ? ours.descriptor : -1, events: Int16(events), revents: 0)
  }

  /// What was written there, 4096 bytes at most; nothing where nothing is there yet, or will be.
  func read() -> [UInt8] { ours.read() ?? [] }

  /// Types as many of the bytes as find room, and gives the rest.
  func type(_ bytes: [UInt8]) -> [UInt8] {
    let count = Glibc.write(ours.descriptor, bytes, bytes.count)
    return Array(bytes.dropFirst(max(0, count)))
  }

  /// Takes the size that the user's terminal has now.
  func fit(to terminal: TerminalFile) {
    switchback_copy_size(terminal.descriptor, ours.descriptor)
  }
}

extension TerminalFile {
  /// What can be done now, as poll(2) says it.
  fileprivate var events: Int32 {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0 ? Int32(state.revents) : 0
  }
}

/// Which screen of the terminal a helper has left it on, by what it wrote: one that is killed cannot
/// go back.
package struct ScreenTrace {
  package private(set) var isOnOther = false
  /// The end of what was written, where a sequence may have begun.
  private var tail: [UInt8] = []

  /// `ESC [ ? n h` and `l` with any of these numbers (xterm): to the other screen and back.
  private static let numbers = ["47", "1047", "1049"]
  private static let sequences = numbers.flatMap { number in
    [(bytes("\u{1b}[?\(number)h"), true), (bytes("\u{1b}[?\(number)l"), false)]
  }
  private static let longest = sequences.map(\.0.count).max() ?? 0

  static let leave = bytes("\u{1b}[?1049l")

  /// Takes in what is written next.
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
