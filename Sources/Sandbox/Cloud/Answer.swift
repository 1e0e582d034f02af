import Foundation

/// What is given back, before it is written for the wire.
struct Answer: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case xml(STSAction, [XMLElement])
    case json([UInt8])
    case text(String)
    case page(Page)
    case redirect(to: String)
    case nothing
  }

  var content: Content
  /// The ARN of who asked; a person, a client or a machine where no ARN is behind it.
  var caller: String
}

extension Answer {
  init(json content: some Encodable, caller: String) throws(FakeAWSError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(content) else { throw .internalFailure }
    self.init(content: .json(Array(text)), caller: caller)
  }
}
