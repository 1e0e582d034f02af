import Yams

/// The value of a YAML text, independent of its notation: equal values are equal byte for byte.
package enum YAMLValue: Hashable {
  case scalar([UInt8])
  case list([YAMLValue])
  case fields([YAMLField])

  package static func text(_ text: String) -> YAMLValue { .scalar(Array(text.utf8)) }
}

package struct YAMLField: Hashable {
  var key: YAMLValue
  var value: YAMLValue

  init(_ key: YAMLValue, _ value: YAMLValue) {
    self.key = key
    self.value = value
  }

  package init(_ key: String, _ text: String) {
    self.init(.text(key), .text(text))
  }
}

extension YAMLValue {
  /// Nested aliases can make a short text expand to more than fits into memory.
  private static let limit = 1_000_000

  /// The value of a node with aliases expanded; nil if it has more than a million values.
  init?(_ node: Node) {
    var left = Self.limit
    self.init(node, &left)
  }

  private init?(_ node: Node, _ left: inout Int) {
    left -= 1
    guard left > 0 else { return nil }
    switch node {
    case .scalar(let scalar):
      self = .text(scalar.string)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence {
        guard let item = YAMLValue(item, &left) else { return nil }
        items.append(item)
      }
      self = .list(items)
    case .mapping(let mapping):
      var fields: [YAMLField] = []
      for (key, value) in mapping {
        guard let key = YAMLValue(key, &left), let value = YAMLValue(value, &left) else {
          return nil
        }
        fields.append(YAMLField(key, value))
      }
      self = .fields(fields)
    case .alias:
      return nil
    }
  }
}

extension YAMLValue {
  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// The items of a list; none for other values.
  package var items: [YAMLValue] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The value of a field.
  package subscript(key: String) -> YAMLValue? {
    guard case .fields(let fields) = self else { return nil }
    return fields.first { $0.key == .text(key) }?.value
  }
}

extension YAMLValue {
  /// The value in one line of YAML, with scalars quoted if required, or if a reader might misread
  /// them.
  package func written(inFlow: Bool) -> String {
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
  package func written(inFlow: Bool) -> String {
    key.written(inFlow: inFlow) + ": " + value.written(inFlow: inFlow)
  }
}

extension String {
  fileprivate func asYAML(inFlow: Bool) -> String {
    isPlain(inFlow: inFlow) ? self : "\"" + unicodeScalars.map(\.escaped).joined() + "\""
  }

  /// True for text that every YAML reader takes for a string.
  private func isPlain(inFlow: Bool) -> Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    return first.isWordlike && last != " " && !reservedWords.contains(lowercased())
      && unicodeScalars.allSatisfy {
        $0.isWordlike || "0123456789 -_./()+@&'".unicodeScalars.contains($0)
          || !inFlow && $0 == ","
      }
  }
}

/// The words that YAML 1.1 takes for a boolean or null.
private let reservedWords = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

extension Unicode.Scalar {
  /// A letter, or a visible character outside ASCII.
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

  /// The character as written within double quotes.
  fileprivate var escaped: String {
    switch self {
    case "\"", "\\": "\\\(self)"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where self == " " || isASCII && value > 0x20 && value < 0x7F || isVisible: "\(self)"
    // Between two emoji, a joiner makes one picture of them.
    case "\u{200D}": "\(self)"
    default: "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
    }
  }

  private var hex: String { String(value, radix: 16, uppercase: true) }
}
