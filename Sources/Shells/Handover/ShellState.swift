import Canvas
import Foundation
import Secrets
import Text

/// The variables of our functions in a shell, besides those of the identity: no secrets, and no
/// text that anyone else can choose.
struct ShellState: Sendable, Hashable {
  /// SGR parameters; empty without escape sequences.
  var parameters: String
  /// The text after the name in the badge.
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
    // Credentials that others renew do not expire for the shell.
    guard identity.delivery == .keys else { return }
    clock = identity.clock
    end = identity.credentials.expiration.map { $0.wholeSeconds + (clock?.ahead ?? 0) }
    renewal = identity.renewal?.adjusted(for: clock)
  }

  private init() {
    (parameters, suffix) = ("", "")
  }

  /// The state of a shell without an active entry.
  static let inactive = ShellState()

  /// The state of a shell that has inherited an identity's variables, for example in a new tmux
  /// pane.
  init(of environment: [String: String], clock: ShellClock?, in colors: LabelColors) {
    self.init()
    guard let label = ActiveLabel(environment) else { return }
    parameters = label.color.flatMap(colors.parameters) ?? ""
    suffix = label.suffix
    self.clock = clock
    end = label.end.map { $0 + (clock?.ahead ?? 0) }
    renewal = label.end.map { Renewal(began: nil, end: $0).adjusted(for: clock) }
  }

  /// The variables under the names that the functions use.
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

/// When a shell starts the renewal of its session.
package struct Renewal: Sendable, Hashable {
  /// In seconds since 1970.
  package var start: Int
  /// The least number of seconds between two attempts, whatever clocks and responses say.
  package var pause: Int

  /// The renewal of a session that begins and ends at these seconds since 1970.
  ///
  /// It starts when 15 minutes are left, or two thirds of a shorter session.
  package init(began: Int?, end: Int) {
    let duration = began.map { max(0, end - $0) } ?? 3600
    start = end - min(15 * 60, duration * 2 / 3)
    pause = max(3, min(60, duration / 10))
  }
}

/// The difference between a shell's clock and AWS's clock, to convert AWS's times.
package struct ShellClock: Sendable, Hashable {
  /// How far the shell's clock is ahead, in seconds; negative if it is behind.
  package var ahead: Int
  /// The time of the clock minus `/proc/uptime`, in seconds.
  ///
  /// If this value changes, the clock has been set, and the shell takes it as correct.
  package var setting: Int

  package init(ahead: Int, setting: Int) {
    self.ahead = ahead
    self.setting = setting
  }
}

extension Renewal {
  /// The renewal in the time of a clock that is ahead of AWS's clock.
  func adjusted(for clock: ShellClock?) -> Renewal {
    var renewal = self
    renewal.start += clock?.ahead ?? 0
    return renewal
  }
}
