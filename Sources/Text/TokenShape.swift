// The letters of tokens, literal or escaped.

extension Character {
  var isOfBase64: Bool { isASCII && (isLetter || isNumber || "+/=".contains(self)) }

  fileprivate var isOfToken: Bool { isOfBase64 && self != "=" || "-_.".contains(self) }
}

extension Substring {
  /// The token letters at the start; `%2F`, `\\u002f`, `&#x2F;` and similar escapes count.
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

  /// The text with each escape replaced by its character; by `%` if that is not a Base64 character.
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

  /// Escapes of JSON, perhaps nested in a JSON string.
  private func backslash(at place: Index) -> (sign: Character, end: Index)? {
    let rest = self[place...].drop { $0 == "\\" }
    if rest.first == "/" { return ("/", rest.index(after: rest.startIndex)) }
    guard rest.prefix(3).lowercased() == "u00",
      let sign = signs[rest.dropFirst(3).prefix(2).lowercased()]
    else { return nil }
    return (sign, rest.index(rest.startIndex, offsetBy: 5))
  }

  /// Escapes of HTML and XML.
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

// Rules that keep ordinary names from being taken for keys.

/// True for letters that make up words, such as a name in `CamelCase`.
///
/// Fewer than one in ten thousand random keys of 40 letters matches.
func consistsOfWords(_ text: some StringProtocol) -> Bool {
  guard !text.contains("+"), numbers(in: text) <= 2 else { return false }
  return text.split { !$0.isLetter && !$0.isNumber }.allSatisfy {
    consistsOfWords(part: Substring($0))
  }
}

/// True for a path that is mostly words, such as one below a folder named by `mktemp`.
func looksLikePathOfWords(_ text: Substring) -> Bool {
  let parts = text.split(separator: "/")
  let others = parts.filter { $0.utf8.count < 5 || !consistsOfWords($0) }
  let letters = others.reduce(0) { $0 + $1.utf8.count }
  return parts.count > 1 && others.allSatisfy { $0.utf8.count < leastSecretLength }
    && letters * 2 < text.utf8.count
}

private func numbers(in text: some StringProtocol) -> Int {
  text.split { !$0.isNumber }.count
}

/// True if most letters belong to words, and few are of another kind than the one before them.
private func consistsOfWords(part: Substring) -> Bool {
  let length = part.utf8.count
  guard length > 4 else { return true }
  let kinds = part.map(LetterKind.init)
  let changes = zip(kinds, kinds.dropFirst()).count { $0 != $1 }
  // An alphabet looks like this.
  if length >= 16, changes * 8 < length { return true }
  let hasFewChanges = length < 16 ? changes * 2 < length : changes * 20 <= (length - 1) * 9
  return hasFewChanges && lettersOfWords(in: part) * 5 >= length * 3
}

/// The number of letters in words: at least three lower-case letters with a vowel, and the capital
/// before them.
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

/// True for a pronounceable word: with a vowel, and without five consonants in a row.
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
  /// The text without UUIDs, which often name temporary files.
  var withoutUUIDs: Substring {
    replacing(/[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/, with: "")
  }

  /// The text without the suffix that CloudFormation adds to names.
  var withoutGeneratedEnd: Substring {
    guard let dash = lastIndex(of: "-"), case let end = self[dash...].dropFirst(),
      (8...13).contains(end.utf8.count), end.allSatisfy({ $0.isLetter || $0.isNumber })
    else { return self }
    return self[..<dash]
  }
}
