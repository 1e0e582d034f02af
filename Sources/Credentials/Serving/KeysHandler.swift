import NIOCore
import NIOHTTP1

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
