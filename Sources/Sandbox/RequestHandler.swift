import AWSClient
import NIOCore
import NIOHTTP1

/// Answers the whole requests of one connection, one after the other.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = NIOHTTPServerRequestFull
  typealias OutboundOut = HTTPServerResponsePart

  private let answer: (HTTPRequest) -> HTTPResponse

  init(answer: @escaping (HTTPRequest) -> HTTPResponse) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let request = unwrapInboundIn(data)
    let port = context.localAddress?.port ?? 0
    if let refusal = rejection(of: request.head, port: port) {
      write(refusal, keepsAlive: false, context: context)
    } else {
      let response = answer(httpRequest(request))
      write(response, keepsAlive: request.head.isKeepAlive, context: context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func write(_ response: HTTPResponse, keepsAlive: Bool, context: ChannelHandlerContext) {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.count)")
    if !keepsAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
    let body = context.channel.allocator.buffer(bytes: response.body)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    let end = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    if !keepsAlive { end.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
  }
}

private func httpRequest(_ request: NIOHTTPServerRequestFull) -> HTTPRequest {
  let host = request.head.headers["Host"].first ?? ""
  return HTTPRequest(
    method: request.head.method.rawValue, url: "http://\(host)\(request.head.uri)",
    headers: request.head.headers.map { HTTPHeader($0.name, $0.value) },
    body: request.body.map { Array($0.readableBytesView) } ?? [])
}

/// Turns away what no AWS client sends: another Host (a web page that had its name point here), a
/// method other than GET and POST, but for the PUT of a machine's metadata, a target that is no path.
private func rejection(of head: HTTPRequestHead, port: Int) -> HTTPResponse? {
  guard ["127.0.0.1:\(port)", "localhost:\(port)"].contains(head.headers["Host"].first),
    head.headers["Host"].count == 1
  else { return textResponse(403, "This server answers to 127.0.0.1:\(port) only.") }
  let isMetadata = head.method == .PUT && head.uri == Route.getMetadataToken.path
  guard head.method == .GET || head.method == .POST || isMetadata else {
    return textResponse(405, "This server answers GET and POST only.")
  }
  return head.uri.hasPrefix("/")
    ? nil : textResponse(400, "The request's target must begin with a slash.")
}

private func textResponse(_ status: Int, _ sentence: String) -> HTTPResponse {
  HTTPResponse(
    status: status, headers: [HTTPHeader("Content-Type", "text/plain")],
    body: Array("\(sentence)\n".utf8))
}
