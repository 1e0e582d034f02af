/// An XML element, with namespaces and attributes left out: STS says nothing in them.
package struct ResponseElement: Sendable, Hashable {
  package var name: String
  /// The text directly inside, without white space at its ends.
  package var text: String
  package var children: [ResponseElement]

  package init(_ name: String, text: String = "", children: [ResponseElement] = []) {
    self.name = name
    self.text = text
    self.children = children
  }
}

extension ResponseElement {
  /// The first child of that name.
  package func child(_ name: String) -> ResponseElement? {
    children.first { $0.name == name }
  }

  /// The text of a child; throws where there is none, or it is empty.
  package func text(of name: String) throws(ResponseError) -> String {
    guard let text = child(name)?.text, !text.isEmpty else { throw .missing(name, in: self.name) }
    return text
  }
}
