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
