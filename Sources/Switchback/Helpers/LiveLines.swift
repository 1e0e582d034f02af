import Accounts
import Canvas

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
    return lines.map { Piece(text: Self.shown($0), endsLine: true) }
  }

  /// The beginning of a line that has no end yet, but for a last word that may be a key's beginning.
  mutating func takeUnfinished() -> Piece? {
    let word = rest.reversed().prefix { $0 > blank }.count
    let isDone = word < leastSecretLength && String(validating: rest, as: UTF8.self) != nil
    let end = isDone ? rest.count : rest.count - word
    guard end > 0 else { return nil }
    defer { rest.removeFirst(end) }
    return Piece(text: Self.shown(rest[..<end]), endsLine: false)
  }

  /// All that is left, once there is no more to come.
  mutating func takeRest() -> Piece? {
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return Piece(text: Self.shown(rest[...]), endsLine: true)
  }

  /// Of a line that was written over again and again, such as of progress, what was written last.
  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = line.last == carriageReturn ? line.dropLast() : line
    let last = text.lastIndex(of: carriageReturn).map { text[($0 + 1)...] } ?? text
    return String(maskingKeys(String(decoding: last, as: UTF8.self)).cleaned.prefix(longest))
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let blank = UInt8(ascii: " ")
