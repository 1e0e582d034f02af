/// JSON as it is printed: objects keep the order that the design's contracts name their keys in.
enum JSON: Equatable {
  case text(String)
  case number(Int)
  case list([JSON])
  /// Members that are nil are left out: absent means not known.
  case object([(key: String, value: JSON)])

  static func == (left: JSON, right: JSON) -> Bool { left.printed() == right.printed() }
}

extension JSON {
  /// An object of what is known.
  static func known(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// Indented by two spaces, without a final newline.
  func printed() -> String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .text(let string): JSON.write(string, to: &text)
    case .number(let number): text += String(number)
    case .list(let items):
      JSON.write(items, between: ("[", "]"), to: &text, indent: indent) { item, text, deeper in
        item.write(to: &text, indent: deeper)
      }
    case .object(let members):
      JSON.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, deeper in
        JSON.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: deeper)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between brackets: (String, String), to text: inout String, indent: String,
    item write: (Item, inout String, String) -> Void
  ) {
    text += brackets.0
    let deeper = indent + "  "
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + deeper
      write(item, &text, deeper)
    }
    if !items.isEmpty { text += "\n" + indent }
    text += brackets.1
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x22 && $0 != 0x5c }) {
      text += string
    } else {
      for scalar in string.unicodeScalars { text += escaped(scalar) }
    }
    text += "\""
  }

  /// C1 controls and direction marks are escaped too: what is printed here may be read on a terminal.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        scalar.utf16.map { unit in "\\u" + paddedHex(unit) }.joined()
      default: String(scalar)
      }
    }
  }

  private static func paddedHex(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
