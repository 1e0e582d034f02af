import Accounts
import STS
import Synchronization

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
