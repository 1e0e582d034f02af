import NIOCore
import NIOHTTP1
import NIOPosix

/// Waits on 127.0.0.1, on a thread of its own, for the browser that comes back from a login.
struct CallbackServer: Sendable {
  /// Where AWS is to send the browser.
  let address: String
  private let channel: any Channel
  private let threads: MultiThreadedEventLoopGroup
  private let callbacks: AsyncStream<Callback>
}

/// Why nothing can listen here.
struct CallbackServerFailure: Error {}

extension CallbackServer {
  /// Runs `body` with a server for one login, and stops it, however `body` ends.
  ///
  /// Throws `CallbackServerFailure` where it cannot listen, and what `body` throws.
  static func serving<Value>(
    state: String, _ body: (CallbackServer) async throws -> Value
  ) async throws -> Value {
    let server = try await start(state)
    do {
      let value = try await body(server)
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  /// What the browser brings; throws `CancellationError` where the task is cancelled before.
  func callback() async throws -> Callback {
    for await callback in callbacks { return callback }
    throw CancellationError()
  }

  private static func start(_ state: String) async throws -> CallbackServer {
    try checkDescriptors(16)
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let (callbacks, told) = AsyncStream<Callback>.makeStream()
    let server = ServerBootstrap(group: threads).childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
        try pipeline.addHandlers(
          NIOHTTPServerRequestAggregator(maxContentLength: 1 << 12),
          CallbackHandler(state: state) { told.yield($0) })
      }
    }
    do {
      let channel = try await server.bind(host: "127.0.0.1", port: 0).get()
      let port = channel.localAddress?.port ?? 0
      return CallbackServer(
        address: "http://127.0.0.1:\(port)\(callbackPath)", channel: channel, threads: threads,
        callbacks: callbacks)
    } catch {
      try? await threads.shutdownGracefully()
      throw CallbackServerFailure()
    }
  }

  private func stop() async {
    try? await channel.close()
    try? await threads.shutdownGracefully()
  }
}
