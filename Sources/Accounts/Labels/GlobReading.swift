/// Reads the text of a `Glob`, folded, character by character.
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

  /// What stands between brackets, having read the first; nil, and nothing read, where they are not closed.
  private mutating func set() -> Glob.Token? {
    var at = place
    let negated = at < scalars.count && (scalars[at] == "!" || scalars[at] == "^")
    if negated { at += 1 }
    // A `]` that comes first is a member.
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
