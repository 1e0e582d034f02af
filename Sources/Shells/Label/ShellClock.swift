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
  func by(_ clock: ShellClock?) -> Renewal {
    var renewal = self
    renewal.start += clock?.ahead ?? 0
    return renewal
  }
}
