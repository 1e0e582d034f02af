import Canvas
import Foundation
import Secrets
import Text

/// What our functions in a shell know of an identity besides its variables: no secret, and nothing that anybody
/// could have named.
struct ShellState: Sendable, Hashable {
  /// SGR parameters; empty where there are no escape sequences.
  var parameters: String
  /// What follows the name in the badge.
  var suffix: String
  /// When the session ends, in seconds since 1970 by the shell's clock.
  var end: Int?
  /// By the shell's clock.
  var renewal: Renewal?
  var clock: ShellClock?

  init(_ identity: Identity, in colors: LabelColors) {
    let badge = Badge(identity, in: colors)
    parameters = badge.parameters ?? ""
    suffix = badge.suffix
    // What is renewed by others has no end for the shell.
    guard identity.delivery == .keys else { return }
    clock = identity.clock
    end = identity.keys.expiration.map { $0.wholeSeconds + (clock?.ahead ?? 0) }
    renewal = identity.renewal?.adjusted(clock)
  }

  private init() {
    (parameters, suffix) = ("", "")
  }

  /// Of a shell without an entry.
  static let inactive = ShellState()

  /// Of a shell that has come by an identity's variables in some other way, such as in a new pane of tmux.
  init(of environment: [String: String], clock: ShellClock?, in colors: LabelColors) {
    self.init()
    guard let worn = ActiveLabel(environment) else { return }
    parameters = worn.color.flatMap(colors.parameters) ?? ""
    suffix = worn.suffix
    self.clock = clock
    end = worn.end.map { $0 + (clock?.ahead ?? 0) }
    renewal = worn.end.map { Renewal(began: nil, end: $0).adjusted(clock) }
  }

  /// By the names that the functions know them under.
  var variables: [Variable] {
    [
      Variable("__switchback_sgr", parameters), Variable("__switchback_suffix", suffix),
      Variable("__switchback_end", end.map(String.init) ?? ""),
      Variable("__switchback_renew", renewal.map { String($0.start) } ?? ""),
      Variable("__switchback_pause", renewal.map { String($0.pause) } ?? ""),
      Variable("__switchback_ahead", clock.map { String($0.ahead) } ?? ""),
      Variable("__switchback_setting", clock.map { String($0.setting) } ?? ""),
    ]
  }
}

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
