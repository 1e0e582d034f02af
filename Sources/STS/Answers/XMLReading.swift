import Foundation
import FoundationXML

/// The most that an answer may have, in bytes; those of STS have a few thousand.
package let answerLimit = 1 << 20

/// The root element of an answer; throws for anything but one whole XML document in UTF-8.
///
/// A document type is refused, since with it come entities, which can be made to name files and to
/// grow without end.
package func xml(_ body: [UInt8]) throws(AnswerFault) -> Element {
  guard body.count <= answerLimit else { throw .tooLarge(limit: answerLimit) }
  guard let text = String(validating: body, as: UTF8.self), isPlainDocument(text) else {
    throw .notXML
  }
  let parser = XMLParser(data: Data(body))
  let tree = ElementTree()
  parser.shouldProcessNamespaces = true
  parser.shouldResolveExternalEntities = false
  parser.delegate = tree
  guard parser.parse(), !tree.isBroken, let root = tree.root else { throw .notXML }
  return root
}

/// Elements inside elements; STS has five.
private let depthLimit = 32

private func isPlainDocument(_ text: String) -> Bool {
  guard text.drop(while: \.isWhitespace).hasPrefix("<"), !text.contains("<!DOCTYPE") else {
    return false
  }
  guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return true }
  let declaration = text[..<end.lowerBound].lowercased()
  return !declaration.contains("encoding") || declaration.contains("utf-8")
}

/// Builds elements as the parser meets their beginnings and ends.
private final class ElementTree: NSObject, XMLParserDelegate {
  private(set) var root: Element?
  /// Set where `parse()` itself succeeds, too: after text behind the document's end.
  private(set) var isBroken = false
  private var open: [Element] = []

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    guard open.count < depthLimit else {
      isBroken = true
      return parser.abortParsing()
    }
    open.append(Element(elementName))
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
    isBroken = true
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += string
  }

  func parser(_ parser: XMLParser, foundCDATA CDATABlock: Data) {
    self.parser(parser, foundCharacters: String(decoding: CDATABlock, as: UTF8.self))
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    guard var element = open.popLast() else { return }
    element.text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }
}
