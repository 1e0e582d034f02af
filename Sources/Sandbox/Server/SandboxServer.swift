package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import STS

/// A cloud that answers HTTP on 127.0.0.1, on threads of its own, until it is stopped.
///
/// It asks for no token as our other loopback servers do: a request must be signed to be answered.
package struct SandboxServer: Sendable {
  /// The port that it listens on.
  package let port: Int
  private let channel: any Channel
  private let threads: MultiThreadedEventLoopGroup

  /// `http://127.0.0.1:PORT`, to be used as `AWS_ENDPOINT_URL`.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Starts serving; port 0 means any free one.
  ///
  /// `heard` is told of each call, on the server's thread, before the answer is sent. Throws
  /// `SandboxFailure` where the port cannot be had.
  package static func start(
    _ cloud: Cloud, port: Int = 0, now: @escaping @Sendable () -> Date = { Date() },
    heard: @escaping @Sendable (Call) -> Void = { _ in }
  ) async throws -> SandboxServer {
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let sharedCloud = SharedCloud(cloud)
    let server = ServerBootstrap(group: threads)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try serve(on: channel) { request in
            let (response, call) = sharedCloud.exchange(request, at: now())
            heard(call)
            return response
          }
        }
      }
    do {
      let channel = try await server.bind(host: "127.0.0.1", port: port).get()
      return SandboxServer(
        port: channel.localAddress?.port ?? port, channel: channel, threads: threads)
    } catch {
      try? await threads.shutdownGracefully()
      throw SandboxFailure.cannotListen(port: port, reason: "\(error)")
    }
  }

  /// Stops listening, closes what is open and ends the threads.
  package func stop() async {
    try? await channel.close()
    try? await threads.shutdownGracefully()
  }
}

/// Why the sandbox did not start.
package enum SandboxFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case cannotListen(port: Int, reason: String)

  package var description: String {
    switch self {
    case .cannotListen(let port, let reason):
      "The demo cannot listen on 127.0.0.1, port \(port): \(reason). "
        + "Choose another port, or 0 for any that is free."
    }
  }
}

private func serve(
  on channel: any Channel, answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
) throws {
  let pipeline = channel.pipeline.syncOperations
  try pipeline.configureHTTPServerPipeline()
  try pipeline.addHandlers(
    NIOHTTPServerRequestAggregator(maxContentLength: 1 << 20), RequestHandler(answer: answer))
}
