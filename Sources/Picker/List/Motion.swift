/// A way to move through rows.
enum Motion: Equatable, Sendable {
  case up, down, halfPageUp, halfPageDown, pageUp, pageDown, first, last

  /// The place that a place becomes among `count` of them; never outside.
  func applied(to place: Int, page: Int, count: Int) -> Int {
    let moved =
      switch self {
      case .up: place - 1
      case .down: place + 1
      case .halfPageUp: place - max(1, page / 2)
      case .halfPageDown: place + max(1, page / 2)
      case .pageUp: place - page
      case .pageDown: place + page
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(moved, count - 1))
  }

  var isUp: Bool { [.up, .halfPageUp, .pageUp].contains(self) }
}
