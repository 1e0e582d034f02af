import NIOCore
import NIOHTTP1
import NIOPosix
package import Secrets

/// A server of keys on loopback, as a container has it, for whoever knows its token.
package struct KeysServer: Sendable {
  /// For `AWS_CONTAINER_CREDENTIALS_FULL_URI`.
  package let url: String
  /// What a request must bring as its `Authorization`.
  package let token: Secret
  private let channel: any Channel
  private let threads: MultiThreadedEventLoopGroup

  /// Listens on a port that the system chooses; `served` is asked at each request, and must not block.
  ///
  /// Throws where nothing can listen.
  package static func start(
    _ served: @escaping @Sendable () -> ServedKeys
  ) async throws -> KeysServer {
    let token = randomToken()
    try checkDescriptors(16)
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let bytes = Array(token.revealed.utf8)
    let server = ServerBootstrap(group: threads).childChannelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        let pipeline = channel.pipeline.syncOperations
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
        try pipeline.addHandlers(
          NIOHTTPServerRequestAggregator(maxContentLength: 1 << 12),
          KeysHandler(token: bytes, served: served))
      }
    }
    do {
      let channel = try await server.bind(host: "127.0.0.1", port: 0).get()
      let port = channel.localAddress?.port ?? 0
      return KeysServer(
        url: "http://127.0.0.1:\(port)/", token: token, channel: channel, threads: threads)
    } catch {
      try? await threads.shutdownGracefully()
      throw error
    }
  }

  package func stop() async {
    try? await channel.close()
    try? await threads.shutdownGracefully()
  }
}

/// 256 bits that nobody guesses, in hexadecimal.
private func randomToken() -> Secret {
  var generator = SystemRandomNumberGenerator()
  let words = (0..<4).map { _ in generator.next() as UInt64 }
  return Secret(
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined())
}
