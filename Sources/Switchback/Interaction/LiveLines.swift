import Text

/// What a program says on standard error, to be shown while it runs: cleaned, and what looks like a
/// key masked.
struct LiveLines: Sendable {
  /// A line, or what there is of one.
  struct Piece: Equatable, Sendable {
    var text: String
    var endsLine: Bool
  }

  /// What has no end yet, and was not given.
  private var rest: [UInt8] = []
  /// The last word that was given of a line without an end: what follows may make it a key.
  private var given: [UInt8] = []

  /// The longest line that is shown whole, in characters.
  private static let longest = 500

  /// True where a line has begun and has no end.
  var isUnfinished: Bool { !rest.isEmpty }

  /// Takes bytes; gives the lines that are whole now.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [Piece] {
    rest += bytes
    guard let end = rest.lastIndex(of: newline) else { return [] }
    let lines = rest[..<end].split(separator: newline, omittingEmptySubsequences: false)
    rest = Array(rest[(end + 1)...])
    let first = lines.prefix(1).map(continued)
    given = []
    return (first + lines.dropFirst().map(Self.shown)).map { Piece(text: $0, endsLine: true) }
  }

  /// The beginning of a line that has no end yet, but for a last word that may be a key's beginning.
  mutating func takeUnfinished() -> Piece? {
    // What is not drawn may stand in the middle of a key.
    let word = rest.suffix { !blanks.contains($0) }.count
    let before = word == rest.count ? given : []
    let drawn = String(decoding: before + rest.suffix(word), as: UTF8.self).cleaned
    let isDone =
      drawn.utf8.count < leastSecretLength && String(validating: rest, as: UTF8.self) != nil
    let end = isDone ? rest.count : rest.count - word
    guard end > 0 else { return nil }
    let text = continued(rest[..<end])
    given = (given + rest[..<end]).suffix { !blanks.contains($0) }
    rest.removeFirst(end)
    return Piece(text: text, endsLine: false)
  }

  /// All that is left, once there is no more to come.
  mutating func takeRest() -> Piece? {
    guard !rest.isEmpty else { return nil }
    defer { (rest, given) = ([], []) }
    return Piece(text: continued(rest[...]), endsLine: true)
  }

  /// What follows what was given, masked where both together look like a key.
  private func continued(_ line: ArraySlice<UInt8>) -> String {
    guard !given.isEmpty, !line.dropLast().contains(carriageReturn) else { return Self.shown(line) }
    let before = Self.shown(given[...])
    let whole = Self.shown((given + line)[...])
    return whole.hasPrefix(before) ? String(whole.dropFirst(before.count)) : whole
  }

  /// Of a line that was written over again and again, such as of progress, what was written last.
  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = line.last == carriageReturn ? line.dropLast() : line
    let last = text.lastIndex(of: carriageReturn).map { text[($0 + 1)...] } ?? text
    return String(maskingSecrets(String(decoding: last, as: UTF8.self).cleaned).prefix(longest))
  }
}

extension [UInt8] {
  fileprivate func suffix(while isPart: (UInt8) -> Bool) -> [UInt8] {
    Array(reversed().prefix(while: isPart).reversed())
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t"), carriageReturn]
