/// When a shell asks for its session to be renewed, before it ends.
package struct Renewal: Sendable, Hashable {
  /// In seconds since 1970.
  package var start: Int
  /// How many seconds must pass before it is tried again, whatever clocks and answers say.
  package var pause: Int

  /// For a session that began and ends at these seconds since 1970: when 15 minutes are left, or two thirds of one
  /// that lasts less than that.
  package init(began: Int?, end: Int) {
    let life = began.map { max(0, end - $0) } ?? 3600
    start = end - min(15 * 60, life * 2 / 3)
    pause = max(3, min(60, life / 10))
  }
}
