/// The replacement for a secret.
let maskedText = "••••"

/// The minimum length of a word that is masked in an unexpected value; AWS's own secrets have 40
/// letters and more.
package let leastSecretLength = 16

/// An unexpected value as a message may quote it: masked if one of its words is long enough to be a
/// secret put there by mistake.
package func maskingLongWords(_ value: String) -> String {
  let isLong = value.split(whereSeparator: \.isWhitespace).contains {
    $0.utf8.count >= leastSecretLength
  }
  return isLong ? maskedText : value
}

/// An unknown key of a file as a message may quote it: whole if it is a name, and so not a secret.
package func maskingKeyName(_ key: String) -> String {
  let letters = key.filter { $0 != "_" && $0 != "-" }
  let isName = letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let word = letters.withoutNumberAtEnd
  let isWord = word.allSatisfy(\.isLowercase) || word.allSatisfy(\.isUppercase)
  let isOfShortParts = key.split { $0 == "_" || $0 == "-" }.allSatisfy { $0.utf8.count <= 12 }
  return isName && (isWord || isOfShortParts || key.utf8.count < 24) ? key : maskingLongWords(key)
}

/// A text in which everything that looks like an AWS secret key or token is masked.
///
/// That is a long run of the letters of Base64, also with `-` and `_` for two of them or escaped,
/// in both cases and with digits, unlike any name, path or ARN.
///
/// An invisible character may stand within a key; such a text is cleaned first, with its line
/// breaks kept.
package func maskingKeys(_ text: String) -> String {
  guard text.utf8.count >= leastKeyLength else { return text }
  guard text.utf8.contains(where: { !(0x20...0x7E ~= $0) }) else { return maskingVisibleKeys(text) }
  let cleaned = text.cleanedLines
  let shown = maskingVisibleKeys(cleaned)
  return shown == cleaned ? maskingVisibleKeys(text) : shown
}

private func maskingVisibleKeys(_ text: String) -> String {
  guard mayHoldKey(text) else { return text }
  var shown = ""
  var rest = text[...]
  while let first = rest.first {
    let token = rest.token
    if token.isEmpty {
      shown.append(first)
      rest.removeFirst()
      continue
    }
    rest = rest[token.endIndex...]
    let hidden = maskingToken(token)
    shown += hidden
    // Base64 padding.
    if hidden.hasSuffix(maskedText) { rest = rest.drop { $0 == "=" } }
  }
  return shown
}

/// False if no word is long enough, which is so for most texts.
private func mayHoldKey(_ text: String) -> Bool {
  var length = 0
  for byte in text.utf8 {
    length = byte > 0x20 ? length + 1 : 0
    if length >= leastKeyLength { return true }
  }
  return false
}

/// A run of token letters, masked if it looks like a key: as a whole, each part between slashes, or
/// each word of Base64 letters in it.
private func maskingToken(_ run: Substring) -> String {
  guard run.utf8.count >= leastKeyLength else { return String(run) }
  if isRandom(run) { return maskedText }
  let parts = run.split(separator: "/", omittingEmptySubsequences: false)
  if parts.count > 1, parts.contains(where: isRandom) {
    return parts.map(maskingToken).joined(separator: "/")
  }
  let plain = run.withoutEscapes
  var (shown, isMasked) = ("", false)
  for word in plain.split(omittingEmptySubsequences: false, whereSeparator: { !$0.isOfBase64 }) {
    if word.startIndex > plain.startIndex {
      shown.append(plain[plain.index(before: word.startIndex)])
    }
    isMasked = isMasked || looksLikeKey(word)
    shown += looksLikeKey(word) ? maskedText : String(word)
  }
  return isMasked ? shown : String(run)
}

/// True for a run that is mixed more than any name is, also without the UUIDs in it.
private func isRandom(_ run: Substring) -> Bool {
  isMixed(run) && !consistsOfWords(run.withoutGeneratedEnd) && isMixed(run.withoutUUIDs)
}

/// True if about every second letter is of another kind than the one before it.
///
/// The kinds are lower case, upper case and digits. In names in `CamelCase` it is one in four, and
/// a number of sixteen digits has no change of case.
private func isMixed(_ run: Substring) -> Bool {
  guard run.utf8.count >= leastKeyLength else { return false }
  var (pairs, changes, changesOfCase) = (0, 0, 0)
  var seen: Set<LetterKind> = []
  var last: LetterKind?
  for character in run.withoutEscapes {
    let kind = LetterKind(character)
    if let kind { seen.insert(kind) }
    if let kind, let last {
      pairs += 1
      if kind != last { changes += 1 }
      if kind != last, kind != .digit, last != .digit { changesOfCase += 1 }
    }
    last = kind
  }
  return seen.count == 3 && pairs >= leastPairs && changes * 20 >= pairs * 9
    && changesOfCase * 20 >= pairs * 3
}

private let leastPairs = 24

enum LetterKind {
  case lower, upper, digit

  init?(_ character: Character) {
    guard character.isASCII else { return nil }
    if character.isNumber {
      self = .digit
    } else if character.isLetter {
      self = character.isUppercase ? .upper : .lower
    } else {
      return nil
    }
  }
}

private let leastKeyLength = 32
let secretKeyLength = 40

func looksLikeKey(_ word: Substring) -> Bool {
  word.utf8.count >= leastKeyLength && word.contains(where: \.isUppercase)
    && word.contains(where: \.isLowercase) && word.contains(where: \.isNumber)
    && !arnParts.contains { word.hasPrefix($0) }
    && !looksLikePath(word) && !consistsOfWords(word) && !looksLikePathOfWords(word)
}

/// True for a text with a slash every few letters, as a path has.
///
/// A secret key of 40 letters may also have them; a token does not.
private func looksLikePath(_ word: Substring) -> Bool {
  let slashes = word.count { $0 == "/" }
  return slashes >= 4 && word.utf8.count != secretKeyLength
    && slashes * averageTokenPart >= word.utf8.count
    && !word.split(separator: "/").contains { $0.utf8.count >= leastKeyLength }
}

/// In Base64 one letter in 64 is a slash; in a path, one in ten.
private let averageTokenPart = 25

/// The beginnings of the last part of an ARN from IAM.
private let arnParts = ["role/", "user/", "mfa/", "policy/"]

/// A sentence with secrets masked: everything that looks like a key, access key IDs in place of
/// names, and the user name and password in an address.
package func maskingSecrets(_ text: String) -> String {
  maskingAccessKeyIDs(maskingKeys(maskingBrokenKeys(maskingPasswords(text))))
}

/// A text in which the user part of addresses is masked.
///
/// A password may hold an unencoded slash: the text before it is then not a host and port, or only
/// looks like one.
private func maskingPasswords(_ text: String) -> String {
  var (shown, rest) = ("", text[...])
  while let scheme = rest.firstRange(of: "://") {
    shown += rest[..<scheme.upperBound]
    rest = rest[scheme.upperBound...]
    let word = rest.prefix { !$0.isWhitespace }
    let authority = word.prefix { !"/?#".contains($0) }
    guard let at = word.lastIndex(of: "@"), authority.contains("@") || !hasPort(authority, upTo: at)
    else { continue }
    shown += maskedText
    rest = rest[at...]
  }
  return shown + rest
}

/// False if the text before the `@` may be a user and password instead of a host and port.
///
/// That is so if the text after the colon is not a port, or if the text before it has no full stop,
/// or at most one part of a path stands between it and the `@`.
private func hasPort(_ authority: Substring, upTo at: String.Index) -> Bool {
  guard authority.first != "[", let colon = authority.firstIndex(of: ":") else { return true }
  guard UInt16(authority[colon...].dropFirst()) != nil else { return false }
  let host = authority[..<colon]
  let path = authority.base[authority.endIndex..<at].dropFirst()
  return host == "localhost" || host.contains(".") && path.contains("/")
}

/// An address, with or without a scheme, with the user name and password masked.
package func maskingUser(_ address: String) -> String {
  guard let at = address.lastIndex(of: "@") else { return address }
  let start = address.firstRange(of: "://").map { address[..<$0.upperBound] } ?? ""
  return start + maskedText + address[at...]
}
