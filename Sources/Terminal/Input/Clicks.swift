package import Canvas

/// Tells the second of two presses from a new one.
package struct Clicks: Sendable {
  private var last: (point: Point, time: ContinuousClock.Instant)?

  package init() {}

  /// True for the second press on one cell within 400 ms.
  package mutating func isSecond(at point: Point, _ time: ContinuousClock.Instant) -> Bool {
    if let last, last.point == point, time - last.time <= .milliseconds(400) {
      self.last = nil
      return true
    }
    last = (point, time)
    return false
  }
}
