import CPosix
import Glibc
package import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP server on 127.0.0.1, on a thread of its own, that no stranger on this machine can keep from answering.
package struct LoopbackServer: Sendable {
  /// The port that it listens on.
  package let port: Int
  private let channel: any Channel
  private let threads: MultiThreadedEventLoopGroup
}

extension LoopbackServer {
  /// Listens on a port, 0 for one that the system chooses; `handler` makes what answers the whole requests of one
  /// connection (`NIOHTTPServerRequestFull`), and must not block.
  ///
  /// Throws where nothing can listen.
  package static func start(
    port: Int = 0, limits: LoopbackLimits = LoopbackLimits(),
    handler: @escaping @Sendable () -> any ChannelHandler
  ) async throws -> LoopbackServer {
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let open = OpenConnections(limit: limits.connections)
    let server = ServerBootstrap(group: threads)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.maxMessagesPerRead, value: 16)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          open.add(channel)
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(ConnectionLimits(limits))
          try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: limits.keepsAlive)
          try pipeline.addHandlers(
            NIOHTTPServerRequestAggregator(maxContentLength: limits.body), handler())
        }
      }
    do {
      let channel = try await server.bind(host: "127.0.0.1", port: port).get()
      return LoopbackServer(
        port: channel.localAddress?.port ?? port, channel: channel, threads: threads)
    } catch {
      try? await threads.shutdownGracefully()
      throw error
    }
  }

  /// Stops listening, closes what is open and ends the thread.
  package func stop() async {
    try? await channel.close()
    try? await threads.shutdownGracefully()
  }
}

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

/// Fewer files may be open at once than what is to be done needs.
package struct TooFewDescriptorsError: Error, Hashable, CustomStringConvertible {
  package let needed: Int

  package var description: String {
    "No more files can be open at once than are open already, and calls to AWS need \(needed) more. Raise the limit, "
      + "such as with `ulimit -n 1024`, and try again."
  }
}

/// Throws where so many files more cannot be open at once: NIO ends the program then.
package func checkDescriptors(_ needed: Int) throws(TooFewDescriptorsError) {
  guard switchback_can_open(Int32(needed)) else { throw TooFewDescriptorsError(needed: needed) }
}
