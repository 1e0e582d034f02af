/// A change to the list of pinned entries.
package enum PinChange: Sendable, Hashable {
  /// Pins an entry at a place counted from 0, or moves it there; a place behind the last is the end.
  case put(String, at: Int)
  case remove(String)

  /// The pins after the change.
  package func applied(to pins: [String]) -> [String] {
    switch self {
    case .put(let entry, let place):
      var pins = pins.filter { $0 != entry }
      pins.insert(entry, at: min(max(place, 0), pins.count))
      return pins
    case .remove(let entry):
      return pins.filter { $0 != entry }
    }
  }

  /// The change that takes this one back; `pins` are those before it.
  package func undone(to pins: [String]) -> PinChange {
    pins.firstIndex(of: entry).map { .put(entry, at: $0) } ?? .remove(entry)
  }

  private var entry: String {
    switch self {
    case .put(let entry, _), .remove(let entry): entry
    }
  }
}
