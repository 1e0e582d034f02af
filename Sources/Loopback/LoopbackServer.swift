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
