import Foundation
import Sandbox

/// Runs a server of the sample cloud, at the tests' own time, as long as `body` takes.
func withServer(
  _ cloud: FakeAWS = .sample(), onCall: @escaping @Sendable (RecordedCall) -> Void = { _ in },
  _ body: (SandboxServer) async throws -> Void
) async throws {
  let server = try await SandboxServer.start(cloud, now: { now }, onCall: onCall)
  do {
    try await body(server)
    await server.stop()
  } catch {
    await server.stop()
    throw error
  }
}

func reply(_ text: String, _ server: SandboxServer) -> String {
  guard let connection = Connection(port: server.port) else { return "" }
  connection.send(Array(text.utf8))
  return connection.receive()
}
