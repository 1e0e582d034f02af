import Yams

/// The place of a field in a text.
struct YAMLPair {
  enum Value {
    case none
    /// A scalar or an alias, without the anchor and the tag before it.
    case one(Range<Int>)
    /// A list or a mapping, by its start.
    case many(Int)
  }

  let start: Int
  /// Nil in a mapping in braces if the key stands alone.
  let colon: Int?
  let value: Value
  /// The place after the value or its placeholder; for a collection without brackets, its start.
  let end: Int
}

extension YAMLText {
  /// The place of a field of a mapping; nil if it cannot be determined.
  func pair(_ key: Node, _ value: Node, in context: YAMLContext) -> YAMLPair? {
    guard let mark = key.mark else { return nil }
    let start = place(of: mark)
    guard let keyEnd = end(of: skippingProperties(start), in: context.ofKeys) else {
      return nil
    }
    let colon = skippingSpace(keyEnd)
    guard self[colon] == ":" else {
      return context == .flow
        ? YAMLPair(start: start, colon: nil, value: .none, end: keyEnd) : nil
    }
    guard !value.isAbsent else {
      return YAMLPair(start: start, colon: colon, value: .none, end: colon + 1)
    }
    let first = skippingProperties(skippingSpace(colon + 1))
    if value.isCollection(in: self, at: first) {
      let end =
        self[first].map { "{[".unicodeScalars.contains($0) } == true
        ? end(of: first, in: context) : first
      return end.map { YAMLPair(start: start, colon: colon, value: .many(first), end: $0) }
    }
    return end(of: first, in: context).map {
      YAMLPair(start: start, colon: colon, value: .one(first..<$0), end: $0)
    }
  }
}

extension YAMLContext {
  /// The keys stand at the column that their values are indented from.
  fileprivate var ofKeys: YAMLContext {
    if case .block(let column) = self { .block(column: column - 1) } else { self }
  }
}

extension Node {
  /// True if there is nothing, not even quotes.
  fileprivate var isAbsent: Bool {
    scalar.map { $0.style == .plain && $0.string.isEmpty } ?? false
  }

  fileprivate func isCollection(in text: YAMLText, at place: Int) -> Bool {
    scalar == nil && text[place] != "*"
  }
}
