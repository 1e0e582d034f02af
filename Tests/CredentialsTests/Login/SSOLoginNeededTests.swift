import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing

private let source = SSOSource(
  profile: "dev", login: LoginWire.corp, accountID: "222222222222", roleName: "Admin")
private let path = "/federation/credentials"

struct SSOLoginNeededTests {
  @Test func withoutALogin() async throws {
    let wire = LoginWire()
    let needed = try await needed(wire)
    #expect(
      needed.description
        == "Profile 'dev' needs a login to Identity Center. Not logged in to "
        + "'corp'. Log in with `switchback login corp`.")
    #expect(needed.login == LoginWire.corp && needed.token == nil && wire.asked.isEmpty)
  }

  @Test func whereTheLoginHasEnded() async throws {
    let wire = LoginWire()
    try wire.keep(minutes: -5, renewable: false)
    #expect(try await needed(wire).why == "The login to 'corp' ended at 2026-09-21T14:08:20Z.")
    try wire.keep(minutes: -5, registration: -1)
    #expect(try await needed(wire).token == Secret("OLD"))
    #expect(wire.asked.isEmpty)
  }

  @Test(arguments: [
    (400, "InvalidGrantException"), (401, "InvalidClientException"), (400, "ExpiredTokenException"),
    (400, "InvalidRequestException"),
  ])
  func whereItCannotBeRenewed(_ status: Int, _ code: String) async throws {
    let wire = LoginWire(["/token": [.refusal(status, code)]])
    try wire.keep(minutes: -5)
    let needed = try await needed(wire)
    #expect(needed.why.hasPrefix("The login to 'corp' could not be renewed: "))
    #expect(needed.why.contains(code) && !needed.why.contains("OLD"))
  }

  @Test func whereItCannotBeAskedForTheFailureIsNoReasonToLogIn() async throws {
    let wire = LoginWire(["/token": [.refusal(503, "ServiceUnavailable")]])
    try wire.keep(minutes: -5)
    await #expect(throws: ServiceError.self) {
      try await roleCredentials(source, LoginWire.services, wire.dependencies())
    }
  }

  @Test func whereAWSDoesNotTakeATokenThatCannotBeRenewed() async throws {
    let wire = LoginWire([path: [.ended]])
    try wire.keep(minutes: 60, renewable: false)
    let needed = try await needed(wire)
    #expect(needed.why == "AWS does not accept the login to 'corp' any more.")
    #expect(wire.paths == [path] && needed.token == Secret("OLD"))
  }

  @Test func whereAWSTakesNeitherATokenNorItsSuccessor() async throws {
    let wire = LoginWire([path: [.ended], "/token": [.token]])
    try wire.keep(minutes: 60)
    #expect(try await needed(wire).token == Secret("NEW"))
    #expect(wire.bearers == ["OLD", "NEW"])
  }

  @Test func aTokenThatAWSDoesNotTakeIsRenewedOnce() async throws {
    let wire = LoginWire([path: [.ended, .roleKeys], "/token": [.token]])
    try wire.keep(minutes: 60)
    let keys = try await roleCredentials(source, LoginWire.services, wire.dependencies())
    #expect(keys.accessKeyID == "ASIAROLE" && wire.paths == [path, "/token", path])
  }

  @Test func namesAreCleanedAndQuoted() {
    var login = LoginWire.corp
    login.session = "my \u{1B}[2Jsso's"
    let needed = LoginNeededError(login: login, profile: "d", why: "Why.")
    #expect(needed.description.contains(#"`switchback login 'my sso'\''s'`"#))
    login.session = nil
    #expect("\(LoginNeededError(login: login, profile: "d", why: ""))".contains("login d`"))
  }

  private func needed(_ wire: LoginWire) async throws -> LoginNeededError {
    try #require(
      await #expect(throws: LoginNeededError.self) {
        try await roleCredentials(source, LoginWire.services, wire.dependencies())
      })
  }
}
