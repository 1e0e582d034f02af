/// What stands in a secret's place.
private let mask = "••••"

/// From this length on a word of a value that no sentence asks for may be a secret: AWS's own have 40 letters and more.
package let leastSecretLength = 16

/// A value that is said back to the writer of a file because it is not what was expected there: none of its words is
/// long enough to be a secret that was put there by mistake.
func maskingLongWords(_ value: String) -> String {
  let isLong = value.split(whereSeparator: \.isWhitespace).contains {
    $0.utf8.count >= leastSecretLength
  }
  return isLong ? mask : value
}

/// A key that no file should have, as it may be said back: whole where it is a name, and so no secret.
func maskingKeyName(_ key: String) -> String {
  let letters = key.filter { $0 != "_" && $0 != "-" }
  let isName = letters.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  let isWord = letters.allSatisfy(\.isLowercase) || letters.allSatisfy(\.isUppercase)
  return isName && (isWord || key.utf8.count < 24) ? key : maskingLongWords(key)
}

/// A text in which what looks like a secret key or a token of AWS's is masked: long, of the letters of Base64, also with
/// `-` and `_` for two of them or percent-encoded, in both cases and with digits, as no name, path or ARN is.
package func maskingKeys(_ text: String) -> String {
  guard text.utf8.count >= leastKeyLength else { return text }
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
    if hidden.hasSuffix(mask) { rest = rest.drop { $0 == "=" } }
  }
  return shown
}

/// A run of letters that tokens have, without what looks like one: it as a whole, each part between its slashes, or each
/// word of Base64's letters in it.
private func maskingToken(_ run: Substring) -> String {
  guard run.utf8.count >= leastKeyLength else { return String(run) }
  if isRandom(run) { return mask }
  let parts = run.split(separator: "/", omittingEmptySubsequences: false)
  if parts.count > 1, parts.contains(where: isRandom) {
    return parts.map(maskingToken).joined(separator: "/")
  }
  let plain = run.withoutPercents
  var (shown, isMasked) = ("", false)
  for word in plain.split(omittingEmptySubsequences: false, whereSeparator: { !$0.isOfBase64 }) {
    if word.startIndex > plain.startIndex {
      shown.append(plain[plain.index(before: word.startIndex)])
    }
    isMasked = isMasked || looksLikeKey(word)
    shown += looksLikeKey(word) ? mask : String(word)
  }
  return isMasked ? shown : String(run)
}

/// True for letters of which about every second is of another sort than the one before it.
///
/// The sorts are lower case, upper case and digits. Of names in `CamelCase` it is one in four, and in a number of sixteen digits no case is beside the other.
private func isRandom(_ run: Substring) -> Bool {
  guard run.utf8.count >= leastKeyLength else { return false }
  var (pairs, changes, changesOfCase) = (0, 0, 0)
  var seen: Set<LetterSort> = []
  var last: LetterSort?
  for character in run.withoutPercents {
    let sort = LetterSort(character)
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

private enum LetterSort {
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
private let secretKeyLength = 40

private func looksLikeKey(_ word: Substring) -> Bool {
  word.utf8.count >= leastKeyLength && word.contains(where: \.isUppercase)
    && word.contains(where: \.isLowercase) && word.contains(where: \.isNumber)
    && !arnParts.contains { word.hasPrefix($0) }
    && !looksLikePath(word)
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

extension Character {
  fileprivate var isOfBase64: Bool { isASCII && (isLetter || isNumber || "+/=".contains(self)) }

  fileprivate var isOfToken: Bool { isOfBase64 && self != "=" || "-_.".contains(self) }
}

extension Substring {
  /// The letters at its start that a token may have; `%2F` and others of its kind count.
  fileprivate var token: Substring {
    var end = startIndex
    while end < endIndex {
      if self[end].isOfToken {
        end = index(after: end)
      } else if let next = endOfPercent(at: end) {
        end = next
      } else {
        break
      }
    }
    // A full stop ends a sentence.
    while end > startIndex, self[index(before: end)] == "." { end = index(before: end) }
    return self[..<end]
  }

  /// It with the sign that each `%2F` stands for; `%` where that is none of Base64's.
  fileprivate var withoutPercents: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
    var (text, place) = ("", startIndex)
    while place < endIndex {
      let next = endOfPercent(at: place)
      text.append(next == nil ? self[place] : sign(self[index(after: place)..<(next ?? endIndex)]))
      place = next ?? index(after: place)
    }
    return text
  }

  private func endOfPercent(at place: Index) -> Index? {
    guard self[place] == "%", let end = index(place, offsetBy: 3, limitedBy: endIndex),
      self[index(after: place)..<end].allSatisfy({ $0.isASCII && $0.isHexDigit })
    else { return nil }
    return end
  }
}

private func sign(_ digits: Substring) -> Character {
  switch digits.lowercased() {
  case "2b": "+"
  case "2f": "/"
  case "3d": "="
  default: "%"
  }
}
