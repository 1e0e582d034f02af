import CPosix
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP server on 127.0.0.1 with its own thread, which other users of the machine cannot block.
package struct LoopbackServer: Sendable {
  /// The port on which the server listens.
  package let port: Int
  private let channel: any Channel
  private let threads: MultiThreadedEventLoopGroup
}

extension LoopbackServer {
  /// Starts a server on a port, or on a free one for 0.
  ///
  /// `respond` is called for each complete request, on the server's thread, and must not block.
  /// Throws `TooFewDescriptorsError`, or the system's error if the server cannot listen on the
  /// port.
  package static func start(
    port: Int = 0, limits: LoopbackLimits = LoopbackLimits(),
    respond: @escaping @Sendable (LoopbackRequest) -> LoopbackResponse
  ) async throws -> LoopbackServer {
    try checkDescriptors(descriptorsOfServer)
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
            NIOHTTPServerRequestAggregator(maxContentLength: limits.maxBodyBytes),
            LoopbackHandler(respond: respond))
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

  /// Stops listening, closes all connections and ends the thread.
  package func stop() async {
    try? await channel.close()
    try? await threads.shutdownGracefully()
  }
}

/// The file descriptors that a server needs: its own and those of a few connections.
private let descriptorsOfServer = 16

/// The limits of connections to a loopback server.
package struct LoopbackLimits: Sendable {
  /// The maximum number of open connections; for another one, the oldest is closed.
  package var connections: Int
  /// The maximum size of a request without its body, in bytes.
  package var maxHeadBytes: Int
  /// The maximum size of a request's body, in bytes.
  package var maxBodyBytes: Int
  /// The time in which a request must be complete, from the connection or the last response on.
  package var timeout: Duration
  /// Whether a connection may be used for several requests.
  package var keepsAlive: Bool

  package init(
    connections: Int = LoopbackLimits.defaultConnections, maxHeadBytes: Int = 16 << 10,
    maxBodyBytes: Int = 1 << 12, timeout: Duration = .seconds(5), keepsAlive: Bool = false
  ) {
    self.connections = connections
    self.maxHeadBytes = maxHeadBytes
    self.maxBodyBytes = maxBodyBytes
    self.timeout = timeout
    self.keepsAlive = keepsAlive
  }

  /// 64, or fewer if this process may not open many files.
  package static var defaultConnections: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 64 }
    return Int(min(64, max(4, limit.rlim_cur / 4)))
  }
}

/// The process may not open as many files as it needs.
package struct TooFewDescriptorsError: Error, Hashable, CustomStringConvertible {
  package let needed: Int

  package var description: String {
    "This process cannot open enough files: calls to AWS need \(needed) more. Raise the limit, for "
      + "example with `ulimit -n 1024`, and try again."
  }
}

/// Throws if the process cannot open `needed` more files; NIO would end the program.
package func checkDescriptors(_ needed: Int) throws(TooFewDescriptorsError) {
  guard switchback_can_open(Int32(needed)) else { throw TooFewDescriptorsError(needed: needed) }
}
