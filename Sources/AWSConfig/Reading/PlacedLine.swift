import Accounts

/// A line of a file as the reader took it, for whoever changes one line and leaves the others.
struct PlacedLine {
  enum Role: Hashable {
    case header
    /// A property's first line, and where its value stands in the file.
    case property(PropertyKey, value: Range<Int>)
    /// One more line of a property's value.
    case continuation(PropertyKey)
    /// Blank, a comment, or not to be made sense of.
    case other
  }

  var number: Int
  /// Its bytes, with those that end it.
  var whole: Range<Int>
  /// Without the white space around it.
  var text: Range<Int>
  /// The section that it stands in, and the line of that section's header.
  var section: (name: String, line: Int)?
  var role: Role

  /// A line that the reader has just read.
  init(_ line: Line, whole: Range<Int>, after reader: FileReader) {
    number = line.number
    self.whole = whole
    text = line.text
    section = reader.section.map { ($0.name, $0.origin.line) }
    if section?.line == line.number {
      role = .header
    } else if let property = reader.property, property.line == line.number {
      role = .property(property.key, value: property.first)
    } else if let property = reader.property, property.lastLine == line.number {
      role = .continuation(property.key)
    } else {
      role = .other
    }
  }

  /// The key that the line, or what it continues, sets.
  var key: PropertyKey? {
    switch role {
    case .property(let key, _), .continuation(let key): key
    case .header, .other: nil
    }
  }
}
