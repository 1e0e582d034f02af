/// JSON as it is printed: objects keep the order that the design's contracts name their keys in.
package enum JSON: Equatable {
  case text(String)
  case number(Int)
  /// Finite.
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
  /// An object of what is known: members that are nil are left out, since absent means not known.
  package static func known(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(knownMembers(members))
  }

  /// The members that are known, to make an object of together with others.
  package static func knownMembers(_ members: KeyValuePairs<String, JSON?>) -> [Member] {
    members.compactMap { key, value in value.map { Member(key: key, value: $0) } }
  }

  /// It with what looks like a secret masked in its texts.
  package var masked: JSON {
    switch self {
    case .text(let text): .text(maskingSecrets(text))
    case .number, .decimal, .bool: self
    case .list(let values): .list(values.map(\.masked))
    case .object(let members):
      .object(members.map { Member(key: $0.key, value: $0.value.masked) })
    }
  }

  /// Indented by two spaces, without a final newline.
  package func printed() -> String {
    var printer = JSONPrinter()
    printer.write(self)
    return String(decoding: printer.bytes, as: UTF8.self)
  }
}
