/// Which screen of the terminal a helper has left it on, by what it wrote: one that is killed cannot
/// go back.
struct ScreenTrace {
  private(set) var isOnOther = false
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
  mutating func feed(_ written: [UInt8]) {
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
