import AWSClient
import Credentials
import Foundation
import Secrets
import Testing

private let answers: [String: [HTTPResponse]] = [
  "/client/register": [.client], "/device_authorization": [.code], "/token": [.pending, .token],
]

struct LoginOnceTests {
  let wire = LoginWire(answers)
  let needed = LoginNeededError(login: LoginWire.corp, profile: "dev", why: "Nobody is.")

  @Test func ofManyAtOnceOneLogsIn() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try await wire.logIn(since: needed) } }
      try await group.waitForAll()
    }
    #expect(wire.paths.count { $0 == "/device_authorization" } == 1)
    #expect(wire.news.count { $0 != .waitingForAnother } == 1)
  }

  @Test func whoComesAfterALoginIsContentWithItsToken() async throws {
    try await wire.logIn(since: needed)
    try await wire.logIn(since: needed)
    #expect(wire.paths.count { $0 == "/device_authorization" } == 1)
  }

  @Test func whoseTokenAWSDidNotTakeLogsInAnew() async throws {
    try wire.keep(minutes: 60)
    var refused = needed
    refused.token = Secret("OLD")
    try await wire.logIn(since: refused)
    #expect(try wire.tokens.token(of: LoginWire.corp)?.accessToken == Secret("NEW"))
  }

  @Test func anExplicitLoginIgnoresAFreshToken() async throws {
    try wire.keep(minutes: 60)
    try await wire.logIn()
    #expect(try wire.tokens.token(of: LoginWire.corp)?.accessToken == Secret("NEW"))
  }

  @Test func aTokenThatIsAboutToEndIsNotEnough() async throws {
    try wire.keep(minutes: 14)
    try await wire.logIn(since: needed)
    #expect(try wire.tokens.token(of: LoginWire.corp)?.accessToken == Secret("NEW"))
  }

  @Test func whoIsCancelledLeavesNothingAndLetsOthersIn() async throws {
    let wire = LoginWire(answers.merging(["/token": [.token]]) { $1 })
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await wire.logIn()
    }
    await #expect(throws: (any Error).self) { try await task.value }
    #expect(try wire.tokens.token(of: LoginWire.corp) == nil)
    try await wire.logIn()
    #expect(!wire.news.contains(.waitingForAnother))
  }
}
