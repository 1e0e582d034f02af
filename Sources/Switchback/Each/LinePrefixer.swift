/// Turns what comes in pieces into whole lines, each with a prefix.
struct LinePrefixer {
  private let prefix: [UInt8]
  private var unfinished: [UInt8] = []

  init(_ prefix: String) {
    self.prefix = Array(prefix.utf8)
  }

  /// The lines that are whole now; of one that goes on for 64 KiB, so much as a line of its own.
  mutating func take(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var lines: [UInt8] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: newline) {
      unfinished += rest[...end]
      self.end(&lines)
      rest = rest[rest.index(after: end)...]
    }
    unfinished += rest
    if unfinished.count >= LinePrefixer.longest { end(&lines) }
    return lines
  }

  /// What was begun, as a line.
  mutating func rest() -> [UInt8] {
    var lines: [UInt8] = []
    if !unfinished.isEmpty { end(&lines) }
    return lines
  }

  private static let longest = 1 << 16

  private mutating func end(_ lines: inout [UInt8]) {
    lines += prefix
    lines += unfinished
    if unfinished.last != newline { lines.append(newline) }
    unfinished.removeAll(keepingCapacity: true)
  }
}

private let newline = UInt8(ascii: "\n")
