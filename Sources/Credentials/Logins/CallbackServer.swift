import Files
import Glibc
import HTTP
import NIOCore
import NIOHTTP1

/// Waits on 127.0.0.1, on a thread of its own, for the browser that comes back from a login.
struct CallbackServer: Sendable {
  /// Where AWS is to send the browser.
  let address: String
  private let server: LoopbackServer
  private let callbacks: AsyncStream<Callback>
}

/// Why nothing can listen here.
struct CallbackServerError: Error {}

extension CallbackServer {
  /// Runs `body` with a server for one login, and stops it, however `body` ends.
  ///
  /// Throws `CallbackServerError` where it cannot listen, and what `body` throws.
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
    let (callbacks, told) = AsyncStream<Callback>.makeStream()
    do {
      let server = try await LoopbackServer.start {
        CallbackHandler(state: state) { told.yield($0) }
      }
      return CallbackServer(
        address: "http://127.0.0.1:\(server.port)\(callbackPath)", server: server,
        callbacks: callbacks)
    } catch {
      throw CallbackServerError()
    }
  }

  private func stop() async {
    await server.stop()
  }
}

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

/// Whether a connection over 127.0.0.1 comes from another user of this machine who is not root, by the kernel's table.
///
/// Who has hung up already is not known, and counts as another. False where there is no table.
package func isForeignConnection(fromPort from: Int, toPort to: Int) -> Bool {
  guard let bytes = try? readWhole("/proc/net/tcp", limit: 16 << 20) else { return false }
  let (ours, theirs) = (loopback(to), loopback(from))
  let line = bytes.split(separator: UInt8(ascii: "\n")).lazy
    .map { $0.split(separator: UInt8(ascii: " ")) }
    .first { $0.count > 9 && $0[1].elementsEqual(theirs) && $0[2].elementsEqual(ours) }
  guard let line, let user = uid_t(String(decoding: line[7], as: UTF8.self)),
    !line[9].elementsEqual("0".utf8)
  else { return true }
  return user != geteuid() && user != 0
}

/// 127.0.0.1 and a port as `/proc/net/tcp` has them: the address in the machine's order of bytes (proc(5)).
private func loopback(_ port: Int) -> [UInt8] {
  let address = UInt32(0x7F00_0001).bigEndian
  return Array((hexadecimal(address, 8) + ":" + hexadecimal(UInt32(port), 4)).utf8)
}

private func hexadecimal(_ number: UInt32, _ digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: digits - text.count) + text
}
