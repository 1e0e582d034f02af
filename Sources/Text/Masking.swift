/// What stands in a secret's place.
let maskedText = "••••"

/// From this length on a word of a value that no sentence asks for may be a secret: AWS's own have 40 letters and more.
package let leastSecretLength = 16

/// A value that is said back to the writer of a file because it is not what was expected there: none of its words is
/// long enough to be a secret that was put there by mistake.
package func maskingLongWords(_ value: String) -> String {
  let isLong = value.split(whereSeparator: \.isWhitespace).contains {
    $0.utf8.count >= leastSecretLength
  }
  return isLong ? maskedText : value
}

/// A key that no file should have, as it may be said back: whole where it is a name, and so no secret.
package func maskingKeyName(_ key: String) -> String {
  let letters = key.filter { $0 != "_" && $0 != "-" }
  let isName = letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let word = letters.withoutNumberAtEnd
  let isWord = word.allSatisfy(\.isLowercase) || word.allSatisfy(\.isUppercase)
  let isOfShortParts = key.split { $0 == "_" || $0 == "-" }.allSatisfy { $0.utf8.count <= 12 }
  return isName && (isWord || isOfShortParts || key.utf8.count < 24) ? key : maskingLongWords(key)
}

/// A text in which what looks like a secret key or a token of AWS's is masked: long, of the letters of Base64, also with
/// `-` and `_` for two of them or escaped, in both cases and with digits, as no name, path or ARN is.
///
/// What is not drawn may stand in the middle of one; such a text is cleaned, its line breaks kept.
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
    // What fills up the last letters of Base64.
    if hidden.hasSuffix(maskedText) { rest = rest.drop { $0 == "=" } }
  }
  return shown
}

/// False where no word is long enough, which is so of most texts.
private func mayHoldKey(_ text: String) -> Bool {
  var length = 0
  for byte in text.utf8 {
    length = byte > 0x20 ? length + 1 : 0
    if length >= leastKeyLength { return true }
  }
  return false
}

/// A run of letters that tokens have, without what looks like one: it as a whole, each part between its slashes, or each
/// word of Base64's letters in it.
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

/// True for a run that is mixed as no name is, also without the UUIDs in it.
private func isRandom(_ run: Substring) -> Bool {
  isMixed(run) && !isOfWords(run.withoutGeneratedEnd) && isMixed(run.withoutUUIDs)
}

/// True for letters of which about every second is of another sort than the one before it.
///
/// The sorts are lower case, upper case and digits. Of names in `CamelCase` it is one in four, and in a number of sixteen digits no case is beside the other.
private func isMixed(_ run: Substring) -> Bool {
  guard run.utf8.count >= leastKeyLength else { return false }
  var (pairs, changes, changesOfCase) = (0, 0, 0)
  var seen: Set<LetterKind> = []
  var last: LetterKind?
  for character in run.withoutEscapes {
    let sort = LetterKind(character)
    if let sort { seen.insert(sort) }
    if let sort, let last {
      pairs += 1
      if sort != last { changes += 1 }
      if sort != last, sort != .digit, last != .digit { changesOfCase += 1 }
    }
    last = sort
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
    && !looksLikePath(word) && !isOfWords(word) && !looksLikePathOfWords(word)
}

/// True for what has a slash every few letters, as a secret key of 40 letters may have, too, and a token has not.
private func looksLikePath(_ word: Substring) -> Bool {
  let slashes = word.count { $0 == "/" }
  return slashes >= 4 && word.utf8.count != secretKeyLength
    && slashes * averageTokenPart >= word.utf8.count
    && !word.split(separator: "/").contains { $0.utf8.count >= leastKeyLength }
}

/// Of Base64 one letter in 64 is a slash; of a path, one in ten.
private let averageTokenPart = 25

/// How the last part of an ARN begins that IAM gives out.
private let arnParts = ["role/", "user/", "mfa/", "policy/"]

/// A sentence as it may be shown: what looks like a key is masked, in the place of a name its number, too, and the
/// user's name and password in an address.
package func maskingSecrets(_ text: String) -> String {
  maskingKeyNumbers(maskingKeys(maskingBrokenKeys(maskingPasswords(text))))
}

/// A text in which the part of an address that names a user is masked.
///
/// A password may hold a slash that is not encoded: what stands before it is then no host and port, or looks like one.
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

/// False where a colon is followed by something else than a port, and where what stands before it may be a user: it has
/// no full stop in it, or no more than one part of a path stands between it and the `@`.
private func hasPort(_ authority: Substring, upTo at: String.Index) -> Bool {
  guard authority.first != "[", let colon = authority.firstIndex(of: ":") else { return true }
  guard UInt16(authority[colon...].dropFirst()) != nil else { return false }
  let host = authority[..<colon]
  let path = authority.base[authority.endIndex..<at].dropFirst()
  return host == "localhost" || host.contains(".") && path.contains("/")
}

/// An address, with or without its scheme, in which the user and the password are masked.
package func maskingUser(_ address: String) -> String {
  guard let at = address.lastIndex(of: "@") else { return address }
  let start = address.firstRange(of: "://").map { address[..<$0.upperBound] } ?? ""
  return start + maskedText + address[at...]
}
