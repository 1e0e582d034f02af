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

/// How far off AWS's clock the clock is that a shell looks at, so that what AWS says is told in its terms.
package struct ShellClock: Sendable, Hashable {
  /// How far it is ahead, in seconds; below 0 where it is behind.
  package var ahead: Int
  /// What it shows less `/proc/uptime`, in seconds: from another value the shell sees that it was set since, and is
  /// trusted then.
  package var setting: Int

  package init(ahead: Int, setting: Int) {
    self.ahead = ahead
    self.setting = setting
  }
}

extension Renewal {
  /// By a clock that is ahead of AWS's.
  func adjusted(_ clock: ShellClock?) -> Renewal {
    var renewal = self
    renewal.start += clock?.ahead ?? 0
    return renewal
  }
}
