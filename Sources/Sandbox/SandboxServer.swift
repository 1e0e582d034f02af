import AWSClient
package import Foundation
import HTTP
import Synchronization

/// A server for a fake AWS on 127.0.0.1, with its own thread.
///
/// Unlike Switchback's other loopback servers it needs no token, since requests must be signed.
package struct SandboxServer: Sendable {
  /// The port on which the server listens.
  package let port: Int
  private let server: LoopbackServer

  /// The value of `AWS_ENDPOINT_URL`: `http://127.0.0.1:PORT`.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Starts a server on a port, or on a free one for 0.
  ///
  /// `onCall` is called for each call, on the server's thread, before the response is sent. Throws
  /// `TooFewDescriptorsError`, or `SandboxServerError` if the server cannot listen on the port.
  package static func start(
    _ fakeAWS: FakeAWS, port: Int = 0, now: @escaping @Sendable () -> Date = { Date() },
    onCall: @escaping @Sendable (RecordedCall) -> Void = { _ in }
  ) async throws -> SandboxServer {
    let shared = SharedFakeAWS(fakeAWS)
    do {
      let server = try await LoopbackServer.start(port: port, limits: limits) { request in
        if let rejection = rejection(of: request) { return rejection }
        let (response, call) = shared.exchange(HTTPRequest(request), at: now())
        onCall(call)
        return LoopbackResponse(
          status: response.status, headers: response.headers, body: response.body, keepsAlive: true)
      }
      return SandboxServer(port: server.port, server: server)
    } catch let error as TooFewDescriptorsError {
      throw error
    } catch {
      throw SandboxServerError.cannotListen(port: port, reason: "\(error)")
    }
  }

  /// Stops listening, closes all connections and ends the thread.
  package func stop() async {
    await server.stop()
  }
}

extension HTTPRequest {
  fileprivate init(_ request: LoopbackRequest) {
    let host = request.values(of: "Host").first ?? ""
    self.init(
      method: request.method, url: "http://\(host)\(request.target)", headers: request.headers,
      body: request.body)
  }
}

/// The error response to a request that no AWS client sends; nil for other requests.
///
/// Such a request has another Host, since a web page's name points here; a method other than GET
/// and POST, except for PUT of the metadata's token; or a target that is not a path.
private func rejection(of request: LoopbackRequest) -> LoopbackResponse? {
  guard request.isForOwnHost(allowsLocalhost: true) else {
    return textResponse(403, "This server only answers at 127.0.0.1:\(request.localPort).")
  }
  let isMetadata = request.method == "PUT" && request.target == Route.getMetadataToken.path
  guard request.method == "GET" || request.method == "POST" || isMetadata else {
    return textResponse(405, "This server only supports GET and POST.")
  }
  return request.target.hasPrefix("/")
    ? nil : textResponse(400, "The request's target must begin with a slash.")
}

private func textResponse(_ status: Int, _ sentence: String) -> LoopbackResponse {
  LoopbackResponse(
    status: status, headers: [HTTPHeader("Content-Type", "text/plain")],
    body: Array("\(sentence)\n".utf8))
}

/// Why the sandbox did not start.
package enum SandboxServerError: Error, Sendable, Hashable, CustomStringConvertible {
  case cannotListen(port: Int, reason: String)

  package var description: String {
    switch self {
    case .cannotListen(let port, let reason):
      "The demo cannot listen on 127.0.0.1, port \(port): \(reason). "
        + "Choose another port, or 0 for any free port."
    }
  }
}

/// The limits for AWS clients, which send many requests over one connection, with pauses.
private let limits = LoopbackLimits(
  connections: 1024, maxHeadBytes: 64 << 10, maxBodyBytes: 1 << 20, timeout: .seconds(60),
  keepsAlive: true)

/// One fake AWS for all connections, used by one at a time.
final class SharedFakeAWS: Sendable {
  private let fakeAWS: Mutex<FakeAWS>

  init(_ fakeAWS: FakeAWS) {
    self.fakeAWS = Mutex(fakeAWS)
  }

  func exchange(_ request: HTTPRequest, at now: Date) -> (
    response: HTTPResponse, call: RecordedCall
  ) {
    fakeAWS.withLock { $0.exchange(request, at: now) }
  }
}
