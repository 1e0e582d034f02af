/// A JSON value to print; objects keep the order of their keys.
package enum JSON: Equatable {
  case text(String)
  case number(Int)
  /// A finite number.
  case decimal(Double)
  case bool(Bool)
  case list([JSON])
  case object([Member])

  package struct Member: Equatable {
    package var key: String
    package var value: JSON

    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }
}

extension JSON {
  /// An object of the members that are not nil: an absent member means an unknown value.
  package static func known(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(knownMembers(members))
  }

  /// The members that are not nil, for an object that also has others.
  package static func knownMembers(_ members: KeyValuePairs<String, JSON?>) -> [Member] {
    members.compactMap { key, value in value.map { Member(key: key, value: $0) } }
  }

  /// The value with secrets in its texts masked.
  package var masked: JSON {
    switch self {
    case .text(let text): .text(maskingSecrets(text))
    case .number, .decimal, .bool: self
    case .list(let values): .list(values.map(\.masked))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.masked) })
    }
  }

  /// The value as text, indented by two spaces, without a final newline.
  package func printed() -> String {
    var printer = JSONPrinter()
    printer.write(self)
    return String(decoding: printer.bytes, as: UTF8.self)
  }
}
