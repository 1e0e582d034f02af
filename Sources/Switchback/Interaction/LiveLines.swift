import Text

/// The standard error of a program, to be shown while it runs: cleaned, and with keys masked.
struct LiveLines: Sendable {
  /// A line or a part of one.
  struct Piece: Equatable, Sendable {
    var text: String
    var endsLine: Bool
  }

  /// The part of an unfinished line that was not shown yet.
  private var rest: [UInt8] = []
  /// The last shown word of an unfinished line.
  ///
  /// With the text that follows, it may become a key.
  private var shownWord: [UInt8] = []

  /// The longest line that is shown whole, in characters.
  private static let longest = 500

  /// True if there is an unfinished line.
  var isUnfinished: Bool { !rest.isEmpty }

  /// Takes bytes, and gives the lines that are complete now.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [Piece] {
    rest += bytes
    guard let end = rest.lastIndex(of: newline) else { return [] }
    let lines = rest[..<end].split(separator: newline, omittingEmptySubsequences: false)
    rest = Array(rest[(end + 1)...])
    let first = lines.prefix(1).map(continued)
    shownWord = []
    return (first + lines.dropFirst().map(Self.shown)).map { Piece(text: $0, endsLine: true) }
  }

  /// The beginning of an unfinished line, without a last word that may be the beginning of a key.
  mutating func takeUnfinished() -> Piece? {
    // Characters that are not drawn may be in the middle of a key.
    let word = rest.suffix { !blanks.contains($0) }.count
    let before = word == rest.count ? shownWord : []
    let drawn = String(decoding: before + rest.suffix(word), as: UTF8.self).cleaned
    let isDone =
      drawn.utf8.count < leastSecretLength && String(validating: rest, as: UTF8.self) != nil
    let end = isDone ? rest.count : rest.count - word
    guard end > 0 else { return nil }
    let text = continued(rest[..<end])
    shownWord = (shownWord + rest[..<end]).suffix { !blanks.contains($0) }
    rest.removeFirst(end)
    return Piece(text: text, endsLine: false)
  }

  /// The rest, at the end of the output.
  mutating func takeRest() -> Piece? {
    guard !rest.isEmpty else { return nil }
    defer { (rest, shownWord) = ([], []) }
    return Piece(text: continued(rest[...]), endsLine: true)
  }

  /// The text after the shown word, masked if both together look like a key.
  private func continued(_ line: ArraySlice<UInt8>) -> String {
    guard !shownWord.isEmpty, !line.dropLast().contains(carriageReturn) else {
      return Self.shown(line)
    }
    let before = Self.shown(shownWord[...])
    let whole = Self.shown((shownWord + line)[...])
    return whole.hasPrefix(before) ? String(whole.dropFirst(before.count)) : whole
  }

  /// The last text of a line that was overwritten repeatedly, for example by a progress display.
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
