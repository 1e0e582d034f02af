import AWSClient
package import Foundation
import HTTP
import NIOCore
import Synchronization

/// A cloud that answers HTTP on 127.0.0.1, on threads of its own, until it is stopped.
///
/// It asks for no token as our other loopback servers do: a request must be signed to be answered.
package struct SandboxServer: Sendable {
  /// The port that it listens on.
  package let port: Int
  private let server: LoopbackServer

  /// `http://127.0.0.1:PORT`, to be used as `AWS_ENDPOINT_URL`.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Starts serving; port 0 means any free one.
  ///
  /// `heard` is told of each call, on the server's thread, before the answer is sent. Throws
  /// `SandboxServerError` where the port cannot be had.
  package static func start(
    _ cloud: FakeAWS, port: Int = 0, now: @escaping @Sendable () -> Date = { Date() },
    heard: @escaping @Sendable (RecordedCall) -> Void = { _ in }
  ) async throws -> SandboxServer {
    let sharedCloud = SharedFakeAWS(cloud)
    do {
      let server = try await LoopbackServer.start(port: port, limits: limits) {
        RequestHandler { request in
          let (response, call) = sharedCloud.exchange(request, at: now())
          heard(call)
          return response
        }
      }
      return SandboxServer(port: server.port, server: server)
    } catch {
      throw SandboxServerError.cannotListen(port: port, reason: "\(error)")
    }
  }

  /// Stops listening, closes what is open and ends the threads.
  package func stop() async {
    await server.stop()
  }
}

/// Why the sandbox did not start.
package enum SandboxServerError: Error, Sendable, Hashable, CustomStringConvertible {
  case cannotListen(port: Int, reason: String)

  package var description: String {
    switch self {
    case .cannotListen(let port, let reason):
      "The demo cannot listen on 127.0.0.1, port \(port): \(reason). "
        + "Choose another port, or 0 for any that is free."
    }
  }
}

/// Clients of AWS ask for much over one connection, and may think for a while between.
private let limits = LoopbackLimits(
  connections: 1024, head: 64 << 10, body: 1 << 20, time: .seconds(60), keepsAlive: true)

/// One cloud for all connections, asked by one at a time.
final class SharedFakeAWS: Sendable {
  private let fakeAWS: Mutex<FakeAWS>

  init(_ cloud: FakeAWS) {
    self.fakeAWS = Mutex(cloud)
  }

  func exchange(_ request: HTTPRequest, at now: Date) -> (
    response: HTTPResponse, call: RecordedCall
  ) {
    fakeAWS.withLock { $0.exchange(request, at: now) }
  }
}
