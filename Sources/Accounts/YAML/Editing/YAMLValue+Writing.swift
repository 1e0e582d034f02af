extension YAMLValue {
  /// The value in one line of YAML, its scalars quoted where they must be, or where others might misread them.
  func written(inFlow: Bool) -> String {
    switch self {
    case .scalar(let bytes):
      String(decoding: bytes, as: UTF8.self).asYAML(inFlow: inFlow)
    case .list(let items):
      "[" + items.map { $0.written(inFlow: true) }.joined(separator: ", ") + "]"
    case .fields(let fields):
      "{" + fields.map { $0.written(inFlow: true) }.joined(separator: ", ") + "}"
    }
  }
}

extension YAMLField {
  func written(inFlow: Bool) -> String {
    key.written(inFlow: inFlow) + ": " + value.written(inFlow: inFlow)
  }
}

extension String {
  fileprivate func asYAML(inFlow: Bool) -> String {
    isPlain(inFlow: inFlow) ? self : "\"" + unicodeScalars.map(\.escaped).joined() + "\""
  }

  /// True for words that every reader of YAML takes for text.
  private func isPlain(inFlow: Bool) -> Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    return first.isWordlike && last != " " && !reservedWords.contains(lowercased())
      && unicodeScalars.allSatisfy {
        $0.isWordlike || "0123456789 -_./()+@&'".unicodeScalars.contains($0)
          || !inFlow && $0 == ","
      }
  }
}

/// What YAML 1.1 takes for a truth value or for nothing.
private let reservedWords = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

extension Unicode.Scalar {
  /// A letter, or a character outside ASCII that can be seen.
  fileprivate var isWordlike: Bool {
    isASCII ? properties.isAlphabetic : isVisible
  }

  private var isVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }

  /// Within double quotes.
  fileprivate var escaped: String {
    switch self {
    case "\"", "\\": "\\\(self)"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where self == " " || isASCII && value > 0x20 && value < 0x7F || isVisible: "\(self)"
    // Between others a joiner makes one picture of several.
    case "\u{200D}": "\(self)"
    default: "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
    }
  }

  private var hex: String { String(value, radix: 16, uppercase: true) }
}
