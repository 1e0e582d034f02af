import Canvas
import Text

/// A piece of a line in one style.
struct Span: Equatable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }
}

extension [Span] {
  var columns: Int { reduce(0) { $0 + $1.text.columns } }

  /// The spans, with the end replaced by an ellipsis if they take more than `width` columns.
  func truncated(to width: Int, ellipsis: String) -> [Span] {
    guard columns > width, let style = first?.style else { return self }
    return prefix(fitting: width - ellipsis.columns) + [Span(ellipsis, style)]
  }

  /// The spans, with the start replaced by an ellipsis if they are too wide.
  func truncatedAtStart(to width: Int, ellipsis: String) -> [Span] {
    guard columns > width, let style = last?.style else { return self }
    return [Span(ellipsis, style)] + suffix(fitting: width - ellipsis.columns)
  }

  /// The spans, with the middle replaced by an ellipsis if they are too wide: names often differ at
  /// their ends.
  func truncatedInMiddle(to width: Int, ellipsis: String) -> [Span] {
    guard columns > width, let style = first?.style else { return self }
    let room = Swift.max(0, width - ellipsis.columns)
    let tail = suffix(fitting: room * 2 / 5)
    return prefix(fitting: room - tail.columns) + [Span(ellipsis, style)] + tail
  }

  private func prefix(fitting width: Int) -> [Span] {
    var room = width
    return compactMap { span in
      let text = span.text.truncated(to: Swift.max(0, room), ellipsis: "")
      room -= text.columns
      if text.utf8.count < span.text.utf8.count { room = 0 }
      return text.isEmpty ? nil : Span(text, span.style)
    }
  }

  private func suffix(fitting width: Int) -> [Span] {
    var room = width
    return reversed().compactMap { span in
      let text = span.text.truncatedAtStart(to: Swift.max(0, room), ellipsis: "")
      room -= text.columns
      if text.utf8.count < span.text.utf8.count { room = 0 }
      return text.isEmpty ? nil : Span(text, span.style)
    }.reversed()
  }
}
