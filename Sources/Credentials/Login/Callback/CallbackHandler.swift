import NIOCore
import NIOHTTP1

/// Answers one request of a browser, and passes on what it brings.
final class CallbackHandler: ChannelInboundHandler {
  typealias InboundIn = NIOHTTPServerRequestFull
  typealias OutboundOut = HTTPServerResponsePart

  private let state: String
  private let tell: (Callback) -> Void

  init(state: String, tell: @escaping (Callback) -> Void) {
    self.state = state
    self.tell = tell
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let request = unwrapInboundIn(data).head
    var answer = CallbackResponse(
      method: request.method.rawValue, target: request.uri, hosts: request.headers["Host"],
      port: context.localAddress?.port ?? 0, state: state)
    // The state is in the browser's argument list, which others can read.
    if answer.callback != nil, isForeign(context) { answer = CallbackResponse(page: .wrongUser) }
    write(answer.page, context).assumeIsolated().whenComplete { [tell, answer] _ in
      // Only now: whoever waits for it ends the server.
      if let callback = answer.callback { tell(callback) }
      context.close(promise: nil)
    }
  }

  private func isForeign(_ context: ChannelHandlerContext) -> Bool {
    guard let from = context.remoteAddress?.port, let to = context.localAddress?.port else {
      return true
    }
    return isForeignConnection(fromPort: from, toPort: to)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func write(_ page: CallbackPage, _ context: ChannelHandlerContext) -> EventLoopFuture<
    Void
  > {
    let body = context.channel.allocator.buffer(string: page.html)
    var headers = HTTPHeaders(CallbackPage.headers)
    headers.add(name: "Content-Length", value: "\(body.readableBytes)")
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: page.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    return context.writeAndFlush(wrapOutboundOut(.end(nil)))
  }
}
