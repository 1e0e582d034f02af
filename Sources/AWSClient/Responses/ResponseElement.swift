/// An XML element without its namespace and attributes, which STS does not use.
package struct ResponseElement: Sendable, Hashable {
  package var name: String
  /// The text directly inside, without white space at the ends.
  package var text: String
  package var children: [ResponseElement]

  package init(_ name: String, text: String = "", children: [ResponseElement] = []) {
    self.name = name
    self.text = text
    self.children = children
  }
}

extension ResponseElement {
  /// The first child with a name.
  package func child(_ name: String) -> ResponseElement? {
    children.first { $0.name == name }
  }

  /// The text of a child; throws if there is none, or if it is empty.
  package func text(of name: String) throws(ResponseError) -> String {
    guard let text = child(name)?.text, !text.isEmpty else { throw .missing(name, in: self.name) }
    return text
  }
}

/// The maximum size of an answer, in bytes; answers of STS have a few thousand.
package let responseSizeLimit = 1 << 20

/// The root element of an answer; throws for anything but one complete XML document in UTF-8.
///
/// This reads the XML that STS sends: elements, text, CDATA, comments, the five predefined entities
/// and character references. A document type is an error, since its entities could read files and
/// expand without limit. Linking a general parser (libxml2) would slow down every start of the
/// program, by a third of the time that an empty program needs.
package func parseXML(_ body: [UInt8]) throws(ResponseError) -> ResponseElement {
  guard body.count <= responseSizeLimit else { throw .tooLarge(limit: responseSizeLimit) }
  guard let text = String(validating: body, as: UTF8.self),
    !text.unicodeScalars.contains(where: isForbiddenInXML)
  else { throw .notXML }
  var reading = XMLReader(body)
  return try reading.document()
}

/// True for characters that XML 1.0 forbids everywhere (section 2.2).
func isForbiddenInXML(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
    || [0xFFFE, 0xFFFF].contains(scalar.value)
}

extension XMLReader {
  /// Reads an optional declaration and one element, with only blanks and comments around them.
  fileprivate mutating func document() throws(ResponseError) -> ResponseElement {
    _ = skip("\u{FEFF}")
    if skip("<?xml") { try declaration() }
    try skipBlanksAndComments()
    let root = try element(depth: 1)
    try skipBlanksAndComments()
    guard isAtEnd else { throw .notXML }
    return root
  }

  private mutating func declaration() throws(ResponseError) {
    let text = try until("?>").lowercased()
    guard !text.contains("encoding") || text.contains("utf-8") else { throw .notXML }
  }

  private mutating func skipBlanksAndComments() throws(ResponseError) {
    skipBlanks()
    while skip("<!--") {
      _ = try until("-->")
      skipBlanks()
    }
  }
}
