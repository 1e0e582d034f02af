/// The most that an answer may have, in bytes; those of STS have a few thousand.
package let answerLimit = 1 << 20

/// The root element of an answer; throws for anything but one whole XML document in UTF-8.
///
/// This reads the XML that STS sends: elements, text, CDATA, comments, the five entities and character
/// references. A document type is refused, since with it come entities, which can be made to name files
/// and to grow without end. A general reader (libxml2) would cost every start of the program a third of an empty one.
package func xml(_ body: [UInt8]) throws(AnswerFault) -> Element {
  guard body.count <= answerLimit else { throw .tooLarge(limit: answerLimit) }
  guard let text = String(validating: body, as: UTF8.self),
    !text.unicodeScalars.contains(where: isForbidden)
  else { throw .notXML }
  var reading = XMLReading(body)
  return try reading.document()
}

/// What XML 1.0 lets stand nowhere (section 2.2).
func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
    || [0xFFFE, 0xFFFF].contains(scalar.value)
}

extension XMLReading {
  /// A declaration where there is one, one element, and nothing else but blanks and comments.
  fileprivate mutating func document() throws(AnswerFault) -> Element {
    _ = skip("\u{FEFF}")
    if skip("<?xml") { try declaration() }
    try skipBlanksAndComments()
    let root = try element(depth: 1)
    try skipBlanksAndComments()
    guard isAtEnd else { throw .notXML }
    return root
  }

  private mutating func declaration() throws(AnswerFault) {
    let text = try until("?>").lowercased()
    guard !text.contains("encoding") || text.contains("utf-8") else { throw .notXML }
  }

  private mutating func skipBlanksAndComments() throws(AnswerFault) {
    skipBlanks()
    while skip("<!--") {
      _ = try until("-->")
      skipBlanks()
    }
  }
}
