/// An XML element, with namespaces and attributes left out: STS says nothing in them.
package struct Element: Sendable, Hashable {
  package var name: String
  /// The text directly inside, without white space at its ends.
  package var text: String
  package var children: [Element]

  package init(_ name: String, text: String = "", children: [Element] = []) {
    self.name = name
    self.text = text
    self.children = children
  }
}

extension Element {
  /// The first child of that name.
  package func child(_ name: String) -> Element? {
    children.first { $0.name == name }
  }

  /// The text of a child; throws where there is none, or it is empty.
  package func text(of name: String) throws(AnswerFault) -> String {
    guard let text = child(name)?.text, !text.isEmpty else { throw .missing(name, in: self.name) }
    return text
  }
}
