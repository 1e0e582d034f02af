// Keys broken by a line end, and access key IDs in the place of names.

/// A text in which a secret key is masked that a line end has broken in two.
///
/// Within quotes the line end may be a space, as YAML makes it.
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

/// A text in which an access key ID is masked if it is quoted, or stands between brackets, in place
/// of a name.
///
/// A user who puts it there may have put the secret beside it.
func maskingAccessKeyIDs(_ text: String) -> String {
  guard text.contains("AKIA") || text.contains("ASIA") else { return text }
  var (shown, rest) = ("", text[...])
  while let first = rest.first {
    if let id = accessKeyID(at: rest), precedesName(shown) {
      shown += maskedText
      rest = rest[id.endIndex...]
    } else {
      shown.append(first)
      rest = rest.dropFirst()
    }
  }
  return shown
}

/// The access key ID at the start of a text; nil if there is none.
private func accessKeyID(at text: Substring) -> Substring? {
  guard text.hasPrefix("AKIA") || text.hasPrefix("ASIA") else { return nil }
  let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let isNumber = word.utf8.count == 20 && word.allSatisfy { $0.isUppercase || $0.isNumber }
  return isNumber ? word : nil
}

/// True if a name comes next.
private func precedesName(_ before: String) -> Bool {
  ["'", "[", "[profile ", "Profile ", "profile ", "entry "].contains(where: before.hasSuffix)
}

extension Substring {
  fileprivate func suffix(_ matches: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, matches(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
