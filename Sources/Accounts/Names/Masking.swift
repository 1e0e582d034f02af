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

/// A text in which each word that looks like a secret key or a token of AWS's is masked: long, of Base64's letters
/// alone, in both cases and with digits, as no name, path or ARN is.
package func maskingKeys(_ text: String) -> String {
  guard text.utf8.count >= leastKeyLength else { return text }
  var shown = ""
  for word in text.split(omittingEmptySubsequences: false, whereSeparator: { !$0.isOfBase64 }) {
    if word.startIndex > text.startIndex { shown.append(text[text.index(before: word.startIndex)]) }
    shown += looksLikeKey(word) ? mask : String(word)
  }
  return shown
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
  fileprivate var isOfBase64: Bool {
    isASCII && (isLetter || isNumber || self == "+" || self == "/" || self == "=")
  }
}
