import AWSClient
import HTTP
package import Secrets

/// A server of credentials on loopback, like a container's endpoint, for programs that have its
/// token.
package struct CredentialServer: Sendable {
  /// The value of `AWS_CONTAINER_CREDENTIALS_FULL_URI`.
  package let url: String
  /// The required value of a request's `Authorization` header.
  package let token: Secret
  private let server: LoopbackServer

  /// Starts a server on a free port; `served` is called for each request, and must not block.
  ///
  /// Throws if the server cannot listen.
  package static func start(
    _ served: @escaping @Sendable () -> ServedCredentials
  ) async throws -> CredentialServer {
    let token = randomToken()
    let bytes = Array(token.revealed.utf8)
    let server = try await LoopbackServer.start { request in
      let response = CredentialServerResponse(request, token: bytes, served: served)
      return LoopbackResponse(status: response.status, headers: headers, body: response.body)
    }
    return CredentialServer(url: "http://127.0.0.1:\(server.port)/", token: token, server: server)
  }

  package func stop() async {
    await server.stop()
  }
}

private let headers = [
  HTTPHeader("Content-Type", "application/json"), HTTPHeader("Cache-Control", "no-store"),
]

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
