import AWSClient
import Accounts
import Glibc
import Synchronization

/// How far this machine's clock is off AWS's, and when that was found.
package struct ClockOffset: Sendable, Hashable {
  /// How far it is ahead, in seconds; below 0 where it is behind.
  package var ahead: Int
  /// What it showed less the time since the machine's start, in seconds: another value now means that it was set since.
  package var setting: Int

  package init(ahead: Int, setting: Int) {
    self.ahead = ahead
    self.setting = setting
  }

  /// What an offset must be more than to be one, in seconds: answers are under way for a while.
  static let least = 60
}

extension ClockOffset {
  /// Such as `This machine's clock is 1 d ahead of AWS's.`, and what to do about it.
  package var sentence: String {
    "This machine's clock is \(span(abs(ahead))) \(ahead > 0 ? "ahead of" : "behind") AWS's. "
      + "Set it: timedatectl set-ntp true"
  }

  /// As it is written into a file, with what the machine's start is known by.
  func text(boot: String) -> String { "\(boot) \(ahead) \(setting)\n" }

  /// What `text` wrote since the same start; nil for anything else.
  init?(_ text: String, boot: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 3, parts[0] == boot, let ahead = Int(parts[1]),
      let setting = Int(parts[2]),
      Self.plausible.contains(ahead), Self.plausible.contains(setting)
    else { return nil }
    self.init(ahead: ahead, setting: setting)
  }

  /// A thousand years, so that no sum of them can overflow.
  private static let plausible = -31_556_952_000...31_556_952_000
}

/// A span in its two largest units, to the minute where it is long: `2 d 3 h`, `1 h 5 min`, `40 s`.
private func span(_ exact: Int) -> String {
  let seconds = exact < 600 ? exact : (exact + 30) / 60 * 60
  let parts = [
    (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
    (seconds % 60, "s"),
  ]
  let first = parts.firstIndex { $0.0 > 0 } ?? 3
  return parts[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0) \($1)" }
    .joined(separator: " ")
}

/// The clocks of a process, by the hosts of custom endpoints; under nil AWS's own.
final class EndpointClocks: Sendable {
  private let file: String?
  private let known = Mutex<[String?: AWSClock]>([:])

  init(file: String?) {
    self.file = file
  }

  var all: [AWSClock] { known.withLock { Array($0.values) } }

  func clock(of host: String?, making make: (_ file: String?) -> AWSClock) -> AWSClock {
    known.withLock { known in
      if let clock = known[host] { return clock }
      let clock = make(host.map { host in file.map { "\($0)-\(sha256(host).prefix(16))" } } ?? file)
      known[host] = clock
      return clock
    }
  }
}

/// The host of an endpoint that is not AWS's own, with its port; nil for AWS's.
func customHost(_ url: String) -> String? {
  let request = HTTPRequest(url: url)
  let host = request.hostHeader.lowercased()
  return url.lowercased().hasPrefix("https://") && Partition.holds(host: host) ? nil : host
}
