/// The patterns of a pattern with `{a,b}`, without white space around each alternative; nil if they
/// are too many.
///
/// As in a shell, braces without a comma are literal, and so are those after `\` and between `[`
/// and `]`.
func expandingBraces(_ pattern: String) -> [String]? {
  guard pattern.utf8.contains(UInt8(ascii: "{")) else { return [pattern] }
  var done: [String] = []
  var open = [Array(pattern)]
  while let text = open.popLast() {
    guard let braces = Braces(in: text) else {
      done.append(String(text))
      continue
    }
    open += braces.words.map { Array(braces.before + $0 + braces.after) }
    guard done.count + open.count <= mostPatterns else { return nil }
  }
  return done
}

/// The maximum number of patterns compared with each name.
private let mostPatterns = 64

/// The first closed braces of a pattern that contain a comma.
private struct Braces {
  let before: ArraySlice<Character>
  let words: [ArraySlice<Character>]
  let after: ArraySlice<Character>

  /// Nil if there are none.
  init?(in text: [Character]) {
    var open: [(brace: Int, commas: [Int])] = []
    var place = text.startIndex
    while place < text.endIndex {
      switch text[place] {
      case "{": open.append((place, []))
      case "," where !open.isEmpty: open[open.count - 1].commas.append(place)
      case "}":
        if let (brace, commas) = open.popLast(), !commas.isEmpty {
          words = zip([brace] + commas, commas + [place]).map {
            text[($0 + 1)..<$1].withoutSpaceAround
          }
          (before, after) = (text[..<brace], text[(place + 1)...])
          return
        }
      default: break
      }
      place = Self.after(place, in: text)
    }
    return nil
  }

  /// The place after a character, including an escape of `\`, or after a whole `[a-z]`.
  private static func after(_ place: Int, in text: [Character]) -> Int {
    switch text[place] {
    case "\\": return place + 2
    case "[":
      // A `]` in the first place is a member.
      let end = text[min(place + 2, text.endIndex)...].firstIndex(of: "]")
      return end.map { $0 + 1 } ?? place + 1
    default: return place + 1
    }
  }
}

extension ArraySlice<Character> {
  fileprivate var withoutSpaceAround: ArraySlice {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
