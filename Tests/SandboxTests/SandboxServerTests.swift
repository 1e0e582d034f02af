import AWSClient
import Foundation
import Sandbox
import Synchronization
import Testing

struct SandboxServerTests {
  @Test func answersSignedRequestsOneAfterTheOtherOnOneConnection() async throws {
    try await withServer { server in
      let connection = try #require(Connection(port: server.port))
      for action in ["GetCallerIdentity", "GetSessionToken", "GetCallerIdentity"] {
        connection.send(wire(signedRequest(action, to: server)))
        let answer = connection.receive(until: "</\(action)Response>\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.contains("<\(action)Result>"))
      }
    }
  }

  @Test func tellsOfEachCall() async throws {
    let calls = CallList()
    try await withServer(onCall: { calls.add($0) }) { server in
      let connection = try #require(Connection(port: server.port))
      connection.send(wire(signedRequest("GetCallerIdentity", to: server)))
      _ = connection.receive(until: "</GetCallerIdentityResponse>\n")
      #expect(calls.all.map(\.verdict) == [.allowed(to: .mayaARN)])
    }
  }

  @Test(arguments: [
    ("127.0.0.1:PORT", "400"), ("localhost:PORT", "400"), ("127.0.0.1", "403"),
    ("localhost:1", "403"), ("evil.example:PORT", "403"), ("127.0.0.1.evil.example:PORT", "403"),
    ("", "403"), ("127.0.0.1:PORT\r\nHost: evil.example", "403"),
  ])
  func answersOnlyToItsOwnName(host: String, status: String) async throws {
    try await withServer { server in
      let host = host.replacingOccurrences(of: "PORT", with: "\(server.port)")
      let answer = reply("GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n", server)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    }
  }

  @Test(arguments: [
    ("PUT / HTTP/1.1", "405"), ("GET http://127.0.0.1/ HTTP/1.1", "400"), ("nonsense", "400"),
  ])
  func refusesWhatNoClientSends(line: String, status: String) async throws {
    try await withServer { server in
      let answer = reply("\(line)\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n", server)
      #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
    }
  }

  @Test(arguments: [(1 << 20, "HTTP/1.1 400 Bad Request"), (1 << 20 + 1, "HTTP/1.1 413 ")])
  func readsUpToOneMebibyte(size: Int, start: String) async throws {
    try await withServer { server in
      let head = """
        POST / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r
        Content-Length: \(size)\r\n\r\n
        """
      let connection = try #require(Connection(port: server.port))
      connection.send(Array(head.utf8))
      connection.send([UInt8](repeating: 97, count: size))
      #expect(connection.receive().hasPrefix(start))
    }
  }

  @Test func listensNoMoreOnceItIsStopped() async throws {
    let server = try await SandboxServer.start(.sample())
    #expect(Connection(port: server.port) != nil)
    await server.stop()
    #expect(Connection(port: server.port) == nil)
  }

  @Test func saysWhyItCannotListen() async throws {
    try await withServer { server in
      let failure = await #expect(throws: SandboxServerError.self) {
        try await SandboxServer.start(.sample(), port: server.port)
      }
      #expect(failure?.description.contains("127.0.0.1, port \(server.port)") == true)
    }
  }

  @Test func takesOneCodeOnceFromManyConnections() async throws {
    try await withServer { server in
      let code = oneTimeCode(seed: .phoneSeed, at: now) ?? ""
      let asked = [
        "RoleArn": roleARN("Guarded"), "RoleSessionName": "test", "SerialNumber": .phone,
        "TokenCode": code,
      ]
      let request = wire(signedRequest("AssumeRole", asked, to: server))
      let statuses = await withTaskGroup(of: String.self) { group in
        for _ in 0..<8 {
          group.addTask {
            guard let connection = Connection(port: server.port) else { return "" }
            connection.send(request)
            return String(connection.receive(until: "Response>\n").prefix(12))
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == "HTTP/1.1 200" }.count == 1)
      #expect(statuses.filter { $0 == "HTTP/1.1 403" }.count == 7)
    }
  }
}

private func signedRequest(
  _ action: String, _ parameters: [String: String] = [:], to server: SandboxServer
) -> HTTPRequest {
  signed(
    .form(action, parameters, url: "\(server.url)/"), credentials: .maya, region: "eu-west-1",
    service: "sts", at: now)
}

private func wire(_ request: HTTPRequest) -> [UInt8] {
  let headers = request.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
  let head = "\(request.method) \(request.target) HTTP/1.1\r\n\(headers)"
  return Array("\(head)Content-Length: \(request.body.count)\r\n\r\n".utf8) + request.body
}

private final class CallList: Sendable {
  private let calls = Mutex<[RecordedCall]>([])

  var all: [RecordedCall] { calls.withLock { $0 } }

  func add(_ call: RecordedCall) {
    calls.withLock { $0.append(call) }
  }
}
