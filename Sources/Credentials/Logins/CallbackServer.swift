import Files
import Glibc
import HTTP

/// A server on 127.0.0.1 that waits for the browser to return from a login.
struct CallbackServer: Sendable {
  /// The URL to which AWS redirects the browser.
  let address: String
  private let server: LoopbackServer
  private let callbacks: AsyncStream<Callback>
}

/// The server cannot listen.
struct CallbackServerError: Error {}

extension CallbackServer {
  /// Runs `body` with a server for one login, and then stops the server.
  ///
  /// Throws `TooFewDescriptorsError`, `CallbackServerError`, and the errors of `body`.
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

  /// The result in the browser's request; throws `CancellationError` if the task is cancelled.
  func callback() async throws -> Callback {
    for await callback in callbacks { return callback }
    throw CancellationError()
  }

  private static func start(_ state: String) async throws -> CallbackServer {
    let (callbacks, continuation) = AsyncStream<Callback>.makeStream()
    do {
      let server = try await LoopbackServer.start { request in
        var response = CallbackResponse(request, state: state)
        // The state is in the browser's argument list, which other users can read.
        if response.callback != nil, isForeign(request) {
          response = CallbackResponse(page: .wrongUser)
        }
        return response.loopbackResponse { continuation.yield($0) }
      }
      return CallbackServer(
        address: "http://127.0.0.1:\(server.port)\(callbackPath)", server: server,
        callbacks: callbacks)
    } catch let error as TooFewDescriptorsError {
      throw error
    } catch {
      throw CallbackServerError()
    }
  }

  private func stop() async {
    await server.stop()
  }
}

extension CallbackResponse {
  /// The response on the wire; `onCallback` is called with the login's result after it is sent.
  ///
  /// The receiver of the result stops the server, so that the page must be sent before.
  fileprivate func loopbackResponse(
    onCallback: @escaping @Sendable (Callback) -> Void
  ) -> LoopbackResponse {
    var response = LoopbackResponse(
      status: page.status, headers: CallbackPage.headers, body: Array(page.html.utf8))
    if let callback { response.afterSending = { onCallback(callback) } }
    return response
  }
}

private func isForeign(_ request: LoopbackRequest) -> Bool {
  guard let remotePort = request.remotePort else { return true }
  return isForeignConnection(fromPort: remotePort, toPort: request.localPort)
}

/// True if a connection over 127.0.0.1 comes from another user of this machine, except root.
///
/// The kernel's table `/proc/net/tcp` has the user. A connection that is already closed counts as
/// another user's. False if there is no such table.
package func isForeignConnection(fromPort from: Int, toPort to: Int) -> Bool {
  guard let bytes = try? readWhole("/proc/net/tcp", limit: 16 << 20) else { return false }
  let (local, remote) = (loopback(to), loopback(from))
  let line = bytes.split(separator: UInt8(ascii: "\n")).lazy
    .map { $0.split(separator: UInt8(ascii: " ")) }
    .first { $0.count > 9 && $0[1].elementsEqual(remote) && $0[2].elementsEqual(local) }
  guard let line, let user = uid_t(String(decoding: line[7], as: UTF8.self)),
    !line[9].elementsEqual("0".utf8)
  else { return true }
  return user != geteuid() && user != 0
}

/// 127.0.0.1 and a port as in `/proc/net/tcp`, with the address in the machine's byte order
/// (proc(5)).
private func loopback(_ port: Int) -> [UInt8] {
  let address = UInt32(0x7F00_0001).bigEndian
  return Array((hexadecimal(address, 8) + ":" + hexadecimal(UInt32(port), 4)).utf8)
}

private func hexadecimal(_ number: UInt32, _ digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: digits - text.count) + text
}
