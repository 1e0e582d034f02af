package import Foundation

/// All that the store knows of how entries are used, as the picker needs it before it first draws.
package struct Usage: Sendable, Hashable {
  /// The names of the pinned entries, in the user's order.
  package var pins: [String] = []
  /// The names of the entries that shells were switched to, each once, the last first.
  package var recents: [String] = []
  /// By name, for every entry that a shell was ever switched to.
  package var frecency: [String: Frecency] = [:]

  package init() {}

  /// The names of the entries switched to most often and most lately first.
  package var likeliest: [String] {
    frecency.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The entry that `switchback -` goes to: the last one that is not the current one.
  package func previous(current: String? = nil) -> String? {
    recents.first { $0 != current }
  }
}

/// How often and how lately an entry was switched to, as one number whose order does not change with the clock.
///
/// Each switch counts 1 and halves every `halfLife`. Instead of that sum, which would have to be aged, the moment is
/// kept at which one single switch would count as much.
package struct Frecency: Sendable, Hashable {
  /// In seconds: a day.
  package static let halfLife = 86_400.0

  /// In seconds since 1970.
  package private(set) var moment: Double

  package init(moment: Double) {
    self.moment = moment
  }

  /// That of a single switch.
  package init(of switched: Date) {
    self.init(moment: switched.timeIntervalSince1970)
  }

  /// Adds what another counts: it does not matter in which order.
  package mutating func add(_ other: Frecency) {
    // Of the two powers the greater is factored out, so that no gap is too wide.
    let gap = abs(moment - other.moment) / Self.halfLife
    moment = max(moment, other.moment) + Self.halfLife * log2(1 + exp2(-gap))
  }
}

extension Frecency: Comparable {
  package static func < (one: Frecency, other: Frecency) -> Bool { one.moment < other.moment }
}

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
