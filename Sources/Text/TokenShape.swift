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

// What keeps an ordinary name from being taken for a key.

/// True for letters that make up words, as those of a name in `CamelCase` do.
///
/// Of random keys of 40 letters fewer than one in ten thousand is of this kind.
func isOfWords(_ text: some StringProtocol) -> Bool {
  guard !text.contains("+"), numbers(in: text) <= 2 else { return false }
  return text.split { !$0.isLetter && !$0.isNumber }.allSatisfy { isOfWords(part: Substring($0)) }
}

/// True for a path of which most is words, such as one below a folder that `mktemp` has named.
func looksLikePathOfWords(_ text: Substring) -> Bool {
  let parts = text.split(separator: "/")
  let others = parts.filter { $0.utf8.count < 5 || !isOfWords($0) }
  let letters = others.reduce(0) { $0 + $1.utf8.count }
  return parts.count > 1 && others.allSatisfy { $0.utf8.count < leastSecretLength }
    && letters * 2 < text.utf8.count
}

private func numbers(in text: some StringProtocol) -> Int {
  text.split { !$0.isNumber }.count
}

/// True where most letters belong to words, and few are of another sort than the one before them.
private func isOfWords(part: Substring) -> Bool {
  let length = part.utf8.count
  guard length > 4 else { return true }
  let sorts = part.map(LetterKind.init)
  let changes = zip(sorts, sorts.dropFirst()).count { $0 != $1 }
  // As an alphabet has them.
  if length >= 16, changes * 8 < length { return true }
  let isCalm = length < 16 ? changes * 2 < length : changes * 20 <= (length - 1) * 9
  return isCalm && lettersOfWords(in: part) * 5 >= length * 3
}

/// How many letters belong to words: three lower-case letters or more, a vowel among them, and the capital before them.
private func lettersOfWords(in part: Substring) -> Int {
  var (letters, rest) = (0, part)
  while let first = rest.popFirst() {
    guard first.isLetter else { continue }
    let tail = rest.prefix { $0.isASCII && $0.isLowercase }
    rest = rest[tail.endIndex...]
    let word = String(first) + tail
    let isLongEnough = tail.utf8.count >= (first.isLowercase ? 2 : 3)
    if isLongEnough, hasVowels(word) { letters += word.utf8.count }
  }
  return letters
}

/// True for what can be spoken: with a vowel, and not five consonants in a row.
private func hasVowels(_ word: String) -> Bool {
  let consonants = word.lowercased().split(omittingEmptySubsequences: false) {
    "aeiouy".contains($0)
  }
  return consonants.count > 1 && consonants.allSatisfy { $0.utf8.count < 5 }
}

extension String {
  var withoutNumberAtEnd: Substring {
    var rest = self[...]
    while rest.last?.isNumber == true { rest.removeLast() }
    return rest
  }
}

extension Substring {
  /// It without UUIDs, as temporary files are often named by.
  var withoutUUIDs: Substring {
    replacing(/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/, with: "")
  }

  /// It without the letters and digits that CloudFormation puts at the end of names.
  var withoutGeneratedEnd: Substring {
    guard let dash = lastIndex(of: "-"), case let end = self[dash...].dropFirst(),
      (8...13).contains(end.utf8.count), end.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return self }
    return self[..<dash]
  }
}
