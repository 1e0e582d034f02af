import Canvas

/// A kind of terminal on which a situation is shown.
struct Screen: Sendable, Hashable {
  var size = Size(rows: 24, columns: 80)
  var depth = Depth.direct
  var isUTF8 = true

  var name: String {
    "\(size.columns)x\(size.rows)-\(depth.rawValue)" + (isUTF8 ? "" : "-ascii")
  }

  static let sizes = [(1, 1), (20, 4), (40, 10), (80, 24), (160, 50), (400, 100)]
    .map { Size(rows: $1, columns: $0) }
}

/// The screens on which a situation is shown.
enum Coverage: Sendable {
  /// Each size in each depth, in UTF-8 and not.
  case whole
  /// The most different ones: all sizes but the smallest and the largest, and one with neither
  /// colours nor UTF-8.
  case usual
  /// Each depth.
  case depths

  var screens: [Screen] {
    switch self {
    case .whole:
      Screen.sizes.flatMap { size in
        Depth.allCases.flatMap { depth in
          [true, false].map { Screen(size: size, depth: depth, isUTF8: $0) }
        }
      }
    case .usual:
      Screen.sizes[1...4].map { Screen(size: $0) } + [Screen(depth: .none, isUTF8: false)]
    case .depths: Depth.allCases.map { Screen(depth: $0) }
    }
  }
}
