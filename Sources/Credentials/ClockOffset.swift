import AWSClient
import Accounts
import Glibc
import Synchronization

/// The difference between this machine's clock and AWS's, and the clock's setting at that time.
package struct ClockOffset: Sendable, Hashable {
  /// How far the clock is ahead, in seconds; negative if it is behind.
  package var ahead: Int
  /// The clock's time minus the machine's uptime, in seconds.
  ///
  /// If this value differs now, the clock was set since.
  package var setting: Int

  package init(ahead: Int, setting: Int) {
    self.ahead = ahead
    self.setting = setting
  }

  /// Smaller offsets are ignored, in seconds, because a response takes some time to arrive.
  static let least = 60
}

extension ClockOffset {
  /// A sentence like `This machine's clock is 1 d ahead of AWS's.`, and how to fix it.
  package var sentence: String {
    "This machine's clock is \(span(abs(ahead))) \(ahead > 0 ? "ahead of" : "behind") AWS's. "
      + "Set it: timedatectl set-ntp true"
  }

  /// The content of the file, with the boot ID.
  func text(boot: String) -> String { "\(boot) \(ahead) \(setting)\n" }

  /// Reads the text of `text(boot:)`; nil for anything else, or if the machine has restarted since.
  init?(_ text: String, boot: String) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 3, parts[0] == boot, let ahead = Int(parts[1]),
      let setting = Int(parts[2]),
      Self.plausible.contains(ahead), Self.plausible.contains(setting)
    else { return nil }
    self.init(ahead: ahead, setting: setting)
  }

  /// A thousand years, so that no sum can overflow.
  private static let plausible = -31_556_952_000...31_556_952_000
}

/// A duration in its two largest units, rounded to minutes from 10 minutes on: `2 d 3 h`, `1 h 5
/// min`, `40 s`.
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

/// The clocks of a process, by the hosts of custom endpoints; nil is the key of AWS's clock.
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

/// The host and port of an endpoint that is not AWS's; nil for AWS's endpoints.
func customHost(_ url: String) -> String? {
  let request = HTTPRequest(url: url)
  let host = request.hostHeader.lowercased()
  return url.lowercased().hasPrefix("https://") && Partition.holds(host: host) ? nil : host
}
