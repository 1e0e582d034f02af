import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Synchronization
import Testing

private let source = SSOSource(
  profile: "dev", login: LoginWire.corp, accountID: "222222222222", roleName: "Admin")
private let path = "/federation/credentials"

/// How much a renewal may cost where the old token still lasts, and where nothing else serves.
struct SSORenewalTests {
  @Test(arguments: [(14, 1), (-5, 3)])
  func isAskedForOnceWhereTheOldTokenLasts(_ minutes: Double, _ times: Int) async throws {
    let wire = LoginWire([path: [.roleKeys], "/token": [.refusal(500, "InternalServerException")]])
    try wire.keep(minutes: minutes)
    _ = try? await keys(wire.dependencies())
    #expect(wire.paths.count { $0 == "/token" } == times)
    #expect(wire.bearers == (minutes > 0 ? ["OLD"] : []))
  }

  @Test(arguments: [(14, 5), (-5, 45)])
  func anotherWhoRenewsIsNotWaitedForLongWhereTheOldTokenLasts(
    _ minutes: Double, _ seconds: Int
  ) async throws {
    let wire = LoginWire([path: [.roleKeys]])
    try wire.keep(minutes: minutes)
    let dependencies = wire.dependencies()
    let variant = "token " + LoginWire.corp.tokenFile
    let lock = try await dependencies.locks.take("", variant: variant, dependencies.timing)
    let waited = Mutex(Duration.zero)
    var waiting = dependencies
    waiting.timing.sleep = { [sleep = dependencies.timing.sleep] time in
      if time < .seconds(1) { waited.withLock { $0 += time } } else { try await sleep(time) }
    }
    _ = try? await keys(waiting)
    #expect((.seconds(seconds) ..< .seconds(seconds + 1)).contains(waited.withLock(\.self)))
    #expect(wire.bearers == (minutes > 0 ? ["OLD"] : []))
    withExtendedLifetime(lock) {}
  }

  @Test func aTokenThatThisVeryCallRenewedIsNotRenewedAgain() async throws {
    let wire = LoginWire([path: [.ended], "/token": [.token]])
    try wire.keep(minutes: 14)
    let needed = await #expect(throws: LoginNeededError.self) {
      try await keys(wire.dependencies())
    }
    #expect(needed?.token == Secret("NEW") && wire.paths == ["/token", path])
  }

  private func keys(_ dependencies: CredentialDependencies) async throws -> AWSCredentials {
    var services = LoginWire.services
    services.attempts = 3
    return try await roleCredentials(source, services, dependencies)
  }
}
