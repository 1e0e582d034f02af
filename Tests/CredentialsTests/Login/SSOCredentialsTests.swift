import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing

private let source = SSOSource(
  profile: "dev", login: LoginWire.corp, accountID: "222222222222", roleName: "Admin")
private let path = "/federation/credentials"

struct SSOCredentialsTests {
  /// As the AWS CLI does it: the minutes left of a token, whether it can be renewed, and the token
  /// that is used.
  @Test(arguments: [
    (60, true, "OLD"), (15, true, "OLD"), (14, true, "NEW"), (-5, true, "NEW"), (14, false, "OLD"),
  ])
  func aTokenIsRenewedAQuarterOfAnHourBeforeItsEnd(
    _ minutes: Double, _ isRenewable: Bool, _ used: String
  ) async throws {
    let wire = LoginWire([path: [.roleKeys], "/token": [.token]])
    try wire.keep(minutes: minutes, renewable: isRenewable)
    #expect(try await keys(wire).accessKeyID == "ASIAROLE")
    #expect(wire.bearers == [used])
    #expect(wire.paths == (used == "NEW" ? ["/token", path] : [path]))
  }

  /// `aws sso logout` removes the token, and knows nothing of our sessions; `aws sso login` puts
  /// its successor there.
  @Test func aSessionHasALoginOnlyWhileItsTokenIsThere() async throws {
    let wire = LoginWire([path: [.roleKeys]])
    let keys = AWSCredentials(
      accessKeyID: "ASIA", secretAccessKey: Secret("s"), sessionToken: Secret("t"),
      expiration: LoginWire.now + 3600)
    let session = Session(entry: "dev", keys: keys, fingerprint: "f", login: "corp")
    let other = Session(entry: "base", keys: keys, fingerprint: "f")
    for _ in 1...2 {
      #expect(!wire.tokens.hasLogin(of: session) && wire.tokens.hasLogin(of: other))
      try wire.keep(minutes: 60)
      #expect(wire.tokens.hasLogin(of: session) && wire.tokens.hasLogin(of: other))
      _ = try wire.tokens.remove(LoginWire.corp.tokenFile)
    }
  }

  @Test func whatIsAskedIsTheRoleAndTheAccount() async throws {
    let wire = LoginWire([path: [.roleKeys]])
    try wire.keep(minutes: 60)
    let keys = try await keys(wire)
    #expect(
      wire.asked.first?.url == "https://portal.test\(path)?role_name=Admin&account_id=222222222222")
    #expect(keys.expiration == LoginWire.now + 3600 && keys.accountID == "222222222222")
  }

  @Test func aRenewedTokenIsWrittenDownWithItsNewRefreshToken() async throws {
    let wire = LoginWire([path: [.roleKeys], "/token": [.token]])
    try wire.keep(minutes: -5)
    _ = try await keys(wire)
    #expect(
      wire.texts("/token") == [
        "grantType": "refresh_token", "refreshToken": "rt", "clientId": "cid", "clientSecret": "cs",
      ])
    let token = try wire.tokens.token(of: LoginWire.corp)
    #expect(token?.accessToken == Secret("NEW") && token?.refreshToken == Secret("rt2"))
    #expect(token?.expiresAt == LoginWire.now + 28800 && token?.clientID == "cid")
  }

  @Test func aTokenThatCannotBeRenewedServesWhileItLasts() async throws {
    for answer in [
      HTTPResponse.refusal(400, "InvalidGrantException"), .refusal(500, "InternalServerException"),
    ] {
      let wire = LoginWire([path: [.roleKeys], "/token": [answer]])
      try wire.keep(minutes: 14)
      _ = try await keys(wire)
      #expect(wire.bearers == ["OLD"])
    }
  }

  @Test func aLoginOfTheOlderKindIsNeverRenewedAndServesToTheLastSecond() async throws {
    let wire = LoginWire([path: [.roleKeys]])
    let old = SSOSource(
      profile: "dev", login: LoginWire.legacy, accountID: "222222222222", roleName: "Admin")
    try wire.keep(minutes: 1 / 60, of: LoginWire.legacy)
    _ = try await keys(wire, old)
    try wire.keep(minutes: 0, of: LoginWire.legacy)
    await #expect(throws: LoginNeededError.self) { try await keys(wire, old) }
    #expect(wire.paths == [path])
  }

  @Test func ofManyAtOnceOneRenews() async throws {
    let wire = LoginWire([path: [.roleKeys], "/token": [.token]])
    try wire.keep(minutes: -5)
    try await withThrowingTaskGroup(of: AWSCredentials.self) { group in
      for _ in 0..<20 { group.addTask { try await keys(wire) } }
      for try await _ in group {}
    }
    #expect(wire.paths.count { $0 == "/token" } == 1 && wire.bearers.allSatisfy { $0 == "NEW" })
  }

  /// A file is put where the folder was while the token is renewed, which stops root, too.
  @Test func aTokenThatCannotBeWrittenDownIsUsedAndSaidToBeTheLast() async throws {
    let wire = LoginWire([path: [.roleKeys], "/token": [.token]])
    try wire.keep(minutes: -5)
    let folder = wire.folder + "/sso"
    var dependencies = wire.dependencies()
    dependencies.send = { [send = dependencies.send] request in
      if request.url.hasSuffix("/token") {
        try FileManager.default.removeItem(atPath: folder)
        try Data().write(to: URL(filePath: folder))
      }
      return try await send(request)
    }
    _ = try await roleCredentials(source, LoginWire.services, dependencies)
    #expect(wire.bearers == ["NEW"])
    #expect(
      wire.said == [
        "Cannot write \(folder)/\(LoginWire.corp.tokenFile): Not a directory. "
          + "The login to corp cannot be renewed again."
      ])
  }
}

private func keys(_ wire: LoginWire, _ source: SSOSource = source) async throws -> AWSCredentials {
  try await roleCredentials(source, LoginWire.services, wire.dependencies())
}
