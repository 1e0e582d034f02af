package import Foundation

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
