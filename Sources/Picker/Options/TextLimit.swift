/// What STS takes as one text, and how a text breaks it.
struct TextLimit: Sendable {
  /// As the sentence begins: `A session name`.
  let name: String
  let length: ClosedRange<Int>
  let alphabet: String
  let allows: @Sendable (Unicode.Scalar) -> Bool

  /// A sentence that says what is wrong and what would be right; nil where nothing is.
  func violation(in text: String) -> String? {
    let limit = "\(length.lowerBound) to \(length.upperBound)"
    guard let strange = text.unicodeScalars.first(where: { !allows($0) }) else {
      let count = text.unicodeScalars.count
      return length.contains(count) ? nil : "\(name) has \(limit) characters; this has \(count)."
    }
    return "\(name) cannot hold '\(strange)', only \(alphabet)."
  }
}

extension TextLimit {
  static let sessionName = ascii("A session name")
  static let sourceIdentity = ascii("A source identity")
  static let tagKey = tag("A tag's key", 1...128)
  static let tagValue = tag("A tag's value", 0...256)
  static let region = TextLimit(
    name: "A region", length: 1...63, alphabet: "a to z, digits and -, such as eu-central-1"
  ) { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }

  private static func ascii(_ name: String) -> TextLimit {
    TextLimit(name: name, length: 2...64, alphabet: "ASCII letters, digits and _+=,.@-") {
      $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "_+=,.@-".unicodeScalars.contains($0)
    }
  }

  private static func tag(_ name: String, _ length: ClosedRange<Int>) -> TextLimit {
    TextLimit(name: name, length: length, alphabet: "letters, digits and _.:/=+-@") {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_.:/=+-@".unicodeScalars.contains($0)
    }
  }
}
