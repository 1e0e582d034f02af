import Canvas

/// Things to choose from on one line, the chosen one in brackets: as many as there is room for, that one among them.
struct ChoiceLine: Equatable {
  /// What stands before all of them.
  var start: Span
  var items: [Span]
  var chosen: Int?
  var brackets: Style
  /// What stands at an end where there are more.
  var ellipsis: Span
  /// One column lies between two items, and not two.
  var isTight: Bool
}

extension ChoiceLine {
  func spans(_ width: Int) -> [Span] {
    let pages = pages(width - start.text.columns - 2 * ellipsis.text.columns - 1)
    guard let page = pages.first(where: { $0.contains(chosen ?? 0) }) else { return [start] }
    let shown = page.flatMap { place in
      (isTight || place == page.lowerBound ? [] : [edge(after: place - 1)])
        + [edge(before: place), items[place]]
    }
    return [start] + (page.lowerBound > 0 ? [ellipsis] : []) + shown
      + [edge(after: page.upperBound - 1)] + (page.upperBound < items.count ? [ellipsis] : [])
  }

  /// Between two items that share it, it may also close the first.
  private func edge(before place: Int) -> Span {
    let closes = isTight && place - 1 == chosen
    return Span(place == chosen ? "[" : closes ? "]" : " ", brackets)
  }

  private func edge(after place: Int) -> Span {
    Span(place == chosen ? "]" : " ", brackets)
  }

  /// Runs of items that fit, so that those shown stay where they are while one goes through them.
  private func pages(_ room: Int) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    var taken = 0
    for (place, item) in items.enumerated() {
      let columns = item.text.columns + (isTight ? 1 : 2)
      if taken + columns > room, place > start {
        pages.append(start..<place)
        (start, taken) = (place, 0)
      }
      taken += columns
    }
    return items.isEmpty ? [] : pages + [start..<items.count]
  }
}
