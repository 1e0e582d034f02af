package import AWSClient
import NIOCore
import NIOHTTP1

/// A complete request to a loopback server.
package struct LoopbackRequest: Sendable, Equatable {
  package var method: String
  /// The path and the query, as in the request line.
  package var target: String
  /// In order, with the names as they were sent.
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  /// The port of the server.
  package var localPort: Int
  /// The port of the client; nil if the connection is already closed.
  package var remotePort: Int?

  package init(
    method: String, target: String, headers: [HTTPHeader], body: [UInt8] = [], localPort: Int,
    remotePort: Int? = nil
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.localPort = localPort
    self.remotePort = remotePort
  }
}

extension LoopbackRequest {
  /// The values of all headers with a name, in order; case is ignored.
  package func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }

  /// True if the request has exactly one Host header, with this server's address and port.
  ///
  /// A web page can point a host name of its own at 127.0.0.1, so that a browser sends its requests
  /// here. Their Host header has that name.
  package func isForOwnHost(allowsLocalhost: Bool) -> Bool {
    let hosts = values(of: "Host")
    return hosts == ["127.0.0.1:\(localPort)"]
      || allowsLocalhost && hosts == ["localhost:\(localPort)"]
  }
}

/// The response of a loopback server.
package struct LoopbackResponse: Sendable {
  package var status: Int
  /// The headers besides Content-Length and Connection, which the server adds.
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  /// Whether the connection may be used for another request, if the client supports it.
  package var keepsAlive: Bool
  /// Called after the response has been sent.
  package var afterSending: (@Sendable () -> Void)?

  package init(
    status: Int, headers: [HTTPHeader], body: [UInt8], keepsAlive: Bool = false,
    afterSending: (@Sendable () -> Void)? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.keepsAlive = keepsAlive
    self.afterSending = afterSending
  }
}

/// Compares bytes in a time that does not depend on where they differ.
package func isEqualInConstantTime(
  _ one: some Collection<UInt8>, _ other: some Collection<UInt8>
) -> Bool {
  guard one.count == other.count else { return false }
  return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

/// Responds to the requests of one connection, one after the other.
final class LoopbackHandler: ChannelInboundHandler {
  typealias InboundIn = NIOHTTPServerRequestFull
  typealias OutboundOut = HTTPServerResponsePart

  private let respond: @Sendable (LoopbackRequest) -> LoopbackResponse

  init(respond: @escaping @Sendable (LoopbackRequest) -> LoopbackResponse) {
    self.respond = respond
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let request = unwrapInboundIn(data)
    let response = respond(
      LoopbackRequest(
        method: request.head.method.rawValue, target: request.head.uri,
        headers: request.head.headers.map { HTTPHeader($0.name, $0.value) },
        body: request.body.map { Array($0.readableBytesView) } ?? [],
        localPort: context.localAddress?.port ?? 0, remotePort: context.remoteAddress?.port))
    let keepsAlive = response.keepsAlive && request.head.isKeepAlive
    send(response, keepsAlive: keepsAlive, context).assumeIsolated().whenComplete { _ in
      response.afterSending?()
      if !keepsAlive { context.close(promise: nil) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func send(
    _ response: LoopbackResponse, keepsAlive: Bool, _ context: ChannelHandlerContext
  ) -> EventLoopFuture<Void> {
    var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
    headers.replaceOrAdd(name: "Content-Length", value: "\(response.body.count)")
    if !keepsAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
    let body = context.channel.allocator.buffer(bytes: response.body)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    return context.writeAndFlush(wrapOutboundOut(.end(nil)))
  }
}
