/// An XML element of an answer; text is escaped when it is written.
struct XMLElement: Sendable, Hashable, CustomStringConvertible {
  private var name: String
  private var attributes = ""
  private var content: String

  init(_ name: String, _ text: String) {
    self.name = name
    content = text.map(escaped).joined()
  }

  init(_ name: String, namespace: String? = nil, _ children: [XMLElement]) {
    self.name = name
    attributes = namespace.map { " xmlns=\"\($0)\"" } ?? ""
    content = "\n" + children.map { "\($0)\n" }.joined()
  }

  var description: String { "<\(name)\(attributes)>\(content)</\(name)>" }
}

/// A character escaped for XML 1.0 and HTML; control characters, which they cannot have, become
/// `?`.
func escaped(_ character: Character) -> String {
  switch character {
  case "<": "&lt;"
  case ">": "&gt;"
  case "&": "&amp;"
  case "\"": "&quot;"
  case "\t", "\n": String(character)
  case _ where character.unicodeScalars.contains { $0.value < 32 }: "?"
  default: String(character)
  }
}
