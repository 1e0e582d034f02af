// Keys that are broken in two, and the numbers of keys in the place of names.

/// A text without a secret key that the end of a line, or the blank that YAML makes of it within quotes, has broken in
/// two.
func maskingBrokenKeys(_ text: String) -> String {
  guard text.utf8.count > secretKeyLength, text.contains(where: \.isWhitespace) else { return text }
  var (shown, rest) = ("", text[...])
  while let gap = rest.firstIndex(where: \.isWhitespace) {
    let behind = rest[gap...].drop(while: \.isWhitespace)
    let before = rest[..<gap]
    let first = before.suffix { $0.isOfBase64 }
    let second = behind.prefix { $0.isOfBase64 }
    let isInQuotes =
      before[..<first.startIndex].last == "'" && behind[second.endIndex...].first == "'"
    let mayBeKey = isInQuotes || rest[gap..<behind.startIndex].contains(where: \.isNewline)
    if mayBeKey, !first.isEmpty, !second.isEmpty, isBrokenKey(first + second) {
      shown += before[..<first.startIndex] + maskedText
      rest = behind[second.endIndex...]
    } else {
      shown += rest[..<behind.startIndex]
      rest = behind
    }
  }
  return shown + rest
}

private func isBrokenKey(_ joined: Substring) -> Bool {
  joined.utf8.count == secretKeyLength && looksLikeKey(joined)
}

/// A text without the number of an access key where a name is quoted, or stands between brackets: whoever puts it there
/// may have the secret beside it.
func maskingKeyNumbers(_ text: String) -> String {
  guard text.contains("AKIA") || text.contains("ASIA") else { return text }
  var (shown, rest) = ("", text[...])
  while let first = rest.first {
    if let number = keyNumber(at: rest), isOfName(shown) {
      shown += maskedText
      rest = rest[number.endIndex...]
    } else {
      shown.append(first)
      rest = rest.dropFirst()
    }
  }
  return shown
}

/// The number of an access key at the start of a text; nil where there is none.
private func keyNumber(at text: Substring) -> Substring? {
  guard text.hasPrefix("AKIA") || text.hasPrefix("ASIA") else { return nil }
  let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let isNumber = word.utf8.count == 20 && word.allSatisfy { $0.isUppercase || $0.isNumber }
  return isNumber ? word : nil
}

/// True where a name comes next.
private func isOfName(_ before: String) -> Bool {
  ["'", "[", "[profile ", "Profile ", "profile ", "entry "].contains(where: before.hasSuffix)
}

extension Substring {
  fileprivate func suffix(_ isWanted: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, isWanted(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
