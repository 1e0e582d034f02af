import Text

/// A shell pattern for a whole name, in any case: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` for
/// alternatives, and `\` before a literal character.
package struct Glob: Sendable, Hashable {
  /// The pattern as written.
  package let pattern: String
  /// The parsed patterns of its braces.
  private let alternatives: [[Token]]
  /// True if its braces make too many patterns; they are literal then.
  let hasTooManyBraces: Bool

  enum Token: Sendable, Hashable {
    case byte(UInt8)
    case anyRun
    case anyOne
    case oneOf([ClosedRange<UInt32>], negated: Bool)
  }

  /// Parses a pattern; an unclosed `[` or `{` is literal, as in a shell.
  package init(_ pattern: String) {
    self.pattern = pattern
    let expanded = expandingBraces(pattern)
    hasTooManyBraces = expanded == nil
    alternatives = (expanded ?? [pattern]).map { text in
      var parser = GlobParser(text)
      return parser.tokens()
    }
  }

  /// True if the pattern matches the whole text.
  package func matches(_ text: String) -> Bool {
    matches(folded: folded(text))
  }

  /// The same for a text that is already folded.
  func matches(folded text: [UInt8]) -> Bool {
    alternatives.contains { matches(text, $0) }
  }

  /// Matches in one pass, returning to the last `*` on a mismatch.
  private func matches(_ text: [UInt8], _ tokens: [Token]) -> Bool {
    var (token, place) = (0, 0)
    var retry: (token: Int, place: Int)?
    while place < text.count {
      if token < tokens.count, tokens[token] == .anyRun {
        token += 1
        retry = (token, place)
      } else if token < tokens.count, let next = step(tokens[token], over: text, at: place) {
        (token, place) = (token + 1, next)
      } else if let last = retry {
        (token, place) = (last.token, last.place + 1)
        retry = (token, place)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .anyRun }
  }

  /// The place after the text that the token matches, or nil if it does not match.
  private func step(_ token: Token, over text: [UInt8], at place: Int) -> Int? {
    switch token {
    case .byte(let byte): return text[place] == byte ? place + 1 : nil
    case .anyRun: return nil
    case .anyOne: return scalar(in: text, at: place)?.next
    case .oneOf(let ranges, let negated):
      guard let found = scalar(in: text, at: place) else { return nil }
      return ranges.contains { $0.contains(found.value) } != negated ? found.next : nil
    }
  }
}

/// The character that begins at a place of valid UTF-8; nil in the middle of one.
private func scalar(in text: [UInt8], at place: Int) -> (value: UInt32, next: Int)? {
  let first = text[place]
  if first < 0x80 { return (UInt32(first), place + 1) }
  guard first >= 0xC0 else { return nil }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard place + length <= text.count else { return nil }
  let lead = UInt32(first) & (0x7F >> UInt32(length))
  let value = text[place + 1..<place + length].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }
  return (value, place + length)
}

/// Parses the folded text of a `Glob`.
struct GlobParser {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ pattern: String) {
    scalars = Array(String(decoding: folded(pattern), as: UTF8.self).unicodeScalars)
  }

  mutating func tokens() -> [Glob.Token] {
    var result: [Glob.Token] = []
    while place < scalars.count {
      result += next()
    }
    return result
  }

  private mutating func next() -> [Glob.Token] {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "*": return [.anyRun]
    case "?": return [.anyOne]
    case "[": return set().map { [$0] } ?? literal(scalar)
    case "\\" where place < scalars.count:
      place += 1
      return literal(scalars[place - 1])
    default: return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> [Glob.Token] {
    Character(scalar).utf8.map(Glob.Token.byte)
  }

  /// The set between brackets, after the first one; nil, without advancing, if they are not closed.
  private mutating func set() -> Glob.Token? {
    var at = place
    let negated = at < scalars.count && (scalars[at] == "!" || scalars[at] == "^")
    if negated { at += 1 }
    // A `]` in the first place is a member.
    guard at < scalars.count, let end = scalars[(at + 1)...].firstIndex(of: "]") else { return nil }
    place = end + 1
    return .oneOf(ranges(scalars[at..<end]), negated: negated)
  }

  private func ranges(_ members: ArraySlice<Unicode.Scalar>) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var rest = members
    while let low = rest.popFirst() {
      if rest.count >= 2, rest.first == "-", let high = rest.dropFirst().first {
        rest = rest.dropFirst(2)
        if low <= high { result.append(low.value...high.value) }
      } else {
        result.append(low.value...low.value)
      }
    }
    return result
  }
}
