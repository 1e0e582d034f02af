package import Foundation

/// The usage of entries, as the picker needs it before it first draws.
package struct Usage: Sendable, Hashable {
  /// The names of the pinned entries, in the user's order.
  package var pins: [String] = []
  /// The names of the entries that shells were switched to, each once, the last first.
  package var recents: [String] = []
  /// By name, for every entry that a shell was ever switched to.
  package var frecency: [String: Frecency] = [:]

  package init() {}

  /// The names of the entries, those switched to most often and recently first.
  package var likeliest: [String] {
    frecency.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The target of `switchback -`: the last entry that is not the current one.
  package func previous(current: String? = nil) -> String? {
    recents.first { $0 != current }
  }
}

/// How often and how recently an entry was switched to, as one number whose order does not change
/// over time.
///
/// Each switch counts 1, halved after every `halfLife`. Instead of this sum, which would need
/// updates over time, the number is the moment at which one single switch would count as much.
package struct Frecency: Sendable, Hashable {
  /// One day, in seconds.
  package static let halfLife = 86_400.0

  /// The moment, in seconds since 1970.
  package private(set) var moment: Double

  package init(moment: Double) {
    self.moment = moment
  }

  /// The frecency of a single switch.
  package init(of switched: Date) {
    self.init(moment: switched.timeIntervalSince1970)
  }

  /// Adds the switches that another frecency counts; the order does not matter.
  package mutating func add(_ other: Frecency) {
    // The greater power is factored out, so that no gap is too wide.
    let gap = abs(moment - other.moment) / Self.halfLife
    moment = max(moment, other.moment) + Self.halfLife * log2(1 + exp2(-gap))
  }
}

extension Frecency: Comparable {
  package static func < (one: Frecency, other: Frecency) -> Bool { one.moment < other.moment }
}

/// A change to the list of pinned entries.
package enum PinChange: Sendable, Hashable {
  /// Pins an entry at an index, or moves it there; an index past the end means the end.
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

  /// The change that undoes this one; `pins` are those before it.
  package func undone(to pins: [String]) -> PinChange {
    pins.firstIndex(of: entry).map { .put(entry, at: $0) } ?? .remove(entry)
  }

  private var entry: String {
    switch self {
    case .put(let entry, _), .remove(let entry): entry
    }
  }
}
