import Glibc
package import NIOCore

/// What a connection to a loopback server may take.
package struct LoopbackLimits: Sendable {
  /// How many may be open at once: when there is another, the oldest is closed.
  package var connections: Int
  /// The most bytes of a request, besides its body.
  package var head: Int
  /// The most bytes of a request's body.
  package var body: Int
  /// The time from the beginning of a connection, or from the answer before, until a request must be whole.
  package var time: TimeAmount
  /// Whether a connection may serve for several requests.
  package var keepsAlive: Bool

  package init(
    connections: Int = LoopbackLimits.defaultConnections, head: Int = 16 << 10, body: Int = 1 << 12,
    time: TimeAmount = .seconds(5), keepsAlive: Bool = false
  ) {
    self.connections = connections
    self.head = head
    self.body = body
    self.time = time
    self.keepsAlive = keepsAlive
  }

  /// 64, or fewer where this process may not open many files.
  package static var defaultConnections: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 64 }
    return Int(min(64, max(4, limit.rlim_cur / 4)))
  }
}
