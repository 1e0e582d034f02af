// Which letters a token has, as they are or escaped.

extension Character {
  var isOfBase64: Bool { isASCII && (isLetter || isNumber || "+/=".contains(self)) }

  fileprivate var isOfToken: Bool { isOfBase64 && self != "=" || "-_.".contains(self) }
}

extension Substring {
  /// The letters at its start that a token may have; `%2F`, `\\u002f`, `&#x2F;` and others of their kind count.
  var token: Substring {
    var end = startIndex
    while end < endIndex {
      if self[end].isOfToken {
        end = index(after: end)
      } else if let escape = escape(at: end) {
        end = escape.end
      } else {
        break
      }
    }
    // A full stop ends a sentence.
    while end > startIndex, self[index(before: end)] == "." { end = index(before: end) }
    return self[..<end]
  }

  /// It with the sign that each escape stands for; `%` where that is none of Base64's.
  var withoutEscapes: String {
    guard utf8.contains(where: { "%\\&".utf8.contains($0) }) else { return String(self) }
    var (text, place) = ("", startIndex)
    while place < endIndex {
      let escape = escape(at: place)
      text.append(escape?.sign ?? self[place])
      place = escape?.end ?? index(after: place)
    }
    return text
  }

  private func escape(at place: Index) -> (sign: Character, end: Index)? {
    switch self[place] {
    case "%": percent(at: place)
    case "\\": backslash(at: place)
    case "&": reference(at: place)
    default: nil
    }
  }

  private func percent(at place: Index) -> (sign: Character, end: Index)? {
    guard let end = index(place, offsetBy: 3, limitedBy: endIndex) else { return nil }
    let digits = self[index(after: place)..<end]
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    return (signs[digits.lowercased()] ?? "%", end)
  }

  /// As JSON has them, perhaps within a text of JSON itself.
  private func backslash(at place: Index) -> (sign: Character, end: Index)? {
    let rest = self[place...].drop { $0 == "\\" }
    if rest.first == "/" { return ("/", rest.index(after: rest.startIndex)) }
    guard rest.prefix(3).lowercased() == "u00",
      let sign = signs[rest.dropFirst(3).prefix(2).lowercased()]
    else { return nil }
    return (sign, rest.index(rest.startIndex, offsetBy: 5))
  }

  /// As HTML and XML have them.
  private func reference(at place: Index) -> (sign: Character, end: Index)? {
    guard let semicolon = self[place...].prefix(10).firstIndex(of: ";") else { return nil }
    let name = self[index(after: place)..<semicolon].lowercased()
    let sign: Character? =
      if name.hasPrefix("#x") {
        signs[String(name.dropFirst(2).drop { $0 == "0" })]
      } else if name.hasPrefix("#"), let number = Int(name.dropFirst()) {
        signs[String(number, radix: 16)]
      } else {
        names[name]
      }
    return sign.map { ($0, index(after: semicolon)) }
  }
}

private let signs: [String: Character] = ["2b": "+", "2f": "/", "3d": "="]
private let names: [String: Character] = ["plus": "+", "sol": "/", "equals": "="]
