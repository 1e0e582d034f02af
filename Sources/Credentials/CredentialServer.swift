import CPosix
import HTTP
import NIOCore
import NIOHTTP1
package import Secrets

/// A server of keys on loopback, as a container has it, for whoever knows its token.
package struct CredentialServer: Sendable {
  /// For `AWS_CONTAINER_CREDENTIALS_FULL_URI`.
  package let url: String
  /// What a request must bring as its `Authorization`.
  package let token: Secret
  private let server: LoopbackServer

  /// Listens on a port that the system chooses; `served` is asked at each request, and must not block.
  ///
  /// Throws where nothing can listen.
  package static func start(
    _ served: @escaping @Sendable () -> ServedCredentials
  ) async throws -> CredentialServer {
    let token = randomToken()
    try checkDescriptors(16)
    let bytes = Array(token.revealed.utf8)
    let server = try await LoopbackServer.start {
      CredentialServerHandler(token: bytes, served: served)
    }
    return CredentialServer(url: "http://127.0.0.1:\(server.port)/", token: token, server: server)
  }

  package func stop() async {
    await server.stop()
  }
}

/// 256 random bits, in hexadecimal.
private func randomToken() -> Secret {
  var generator = SystemRandomNumberGenerator()
  let words = (0..<4).map { _ in generator.next() as UInt64 }
  return Secret(
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined())
}

/// Answers whoever asks for keys.
final class CredentialServerHandler: ChannelInboundHandler {
  typealias InboundIn = NIOHTTPServerRequestFull
  typealias OutboundOut = HTTPServerResponsePart

  private let token: [UInt8]
  private let served: @Sendable () -> ServedCredentials

  init(token: [UInt8], served: @escaping @Sendable () -> ServedCredentials) {
    self.token = token
    self.served = served
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let request = unwrapInboundIn(data).head
    let answer = CredentialServerResponse(
      method: request.method.rawValue, target: request.uri, hosts: request.headers["Host"],
      authorization: request.headers["Authorization"], port: context.localAddress?.port ?? 0,
      token: token, served: served)
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status),
      headers: [
        "Content-Type": "application/json", "Content-Length": "\(answer.body.count)",
        "Cache-Control": "no-store", "Connection": "close",
      ])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
