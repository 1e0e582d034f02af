import AWSClient
import Foundation
import Glibc
import HTTP
import Testing

/// Responds `hello` to every request, and closes the connection.
@Sendable private func greet(_ request: LoopbackRequest) -> LoopbackResponse {
  LoopbackResponse(status: 200, headers: [], body: Array("hello".utf8))
}

/// What other users of this machine may do to a loopback server.
@Suite(.timeLimit(.minutes(1)))
struct LoopbackServerTests {
  private func serving(
    _ limits: LoopbackLimits, _ body: (Int) throws -> Void
  ) async throws {
    let server = try await LoopbackServer.start(limits: limits, respond: greet)
    do {
      try body(server.port)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  private func asks(_ port: Int) throws -> Bool {
    let client = try #require(Client(port: port))
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return client.read()?.hasSuffix("\r\n\r\nhello") == true
  }

  @Test func answersBesideManyHalfRequests() async throws {
    try await serving(LoopbackLimits(connections: 8, timeout: .seconds(60))) { port in
      var halves: [Client] = []
      for number in 1...200 {
        let half = try #require(Client(port: port))
        half.send("GET / HTTP/1.1\r\nX")
        halves.append(half)
        if number.isMultiple(of: 20) { #expect(try asks(port)) }
      }
      // The oldest connections were closed for the others.
      #expect(halves[0].read() == "")
      #expect(halves[100].read() == "")
    }
  }

  @Test func halfARequestHasNoMoreTimeThanItsLimit() async throws {
    try await serving(LoopbackLimits(timeout: .milliseconds(200))) { port in
      let silent = try #require(Client(port: port))
      let half = try #require(Client(port: port))
      half.send("GET / HTTP/1.1\r\nHost: localhost\r\n")
      let clock = ContinuousClock()
      let took = clock.measure {
        #expect(silent.read() == "")
        #expect(half.read() == "")
      }
      #expect(took < .seconds(5))
      #expect(try asks(port))
    }
  }

  /// Each piece arrives in time, but the whole request never does.
  @Test func drippingBytesDoesNotProlongIt() async throws {
    try await serving(LoopbackLimits(timeout: .milliseconds(300))) { port in
      let slow = try #require(Client(port: port))
      slow.send("GET / HTTP/1.1\r\nX: ")
      let start = ContinuousClock.now
      while slow.send("y"), ContinuousClock.now - start < .seconds(8) { usleep(20_000) }
      #expect(ContinuousClock.now - start < .seconds(5))
    }
  }

  @Test func aHeadThatDoesNotEndIsCut() async throws {
    try await serving(LoopbackLimits(maxHeadBytes: 4096, maxBodyBytes: 1024, timeout: .seconds(60)))
    { port in
      let endless = try #require(Client(port: port))
      endless.send("GET / HTTP/1.1\r\nX: " + String(repeating: "y", count: 8192))
      #expect(endless.read().map { !$0.contains("hello") } == true)
      let long = try #require(Client(port: port))
      long.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n")
      long.send(String(repeating: "y", count: 100_000))
      #expect(long.read().map { !$0.contains("hello") } == true)
      #expect(try asks(port))
    }
  }

  @Test func connectionsAreFewerThanOpenFiles() {
    #expect((4...64).contains(LoopbackLimits.defaultConnections))
  }

  @Test func stoppedServerDoesNotListen() async throws {
    let server = try await LoopbackServer.start(respond: greet)
    let half = try #require(Client(port: server.port))
    half.send("GET")
    await server.stop()
    #expect(half.read() == "")
    #expect(Client(port: server.port) == nil)
  }
}
