import AWSConfig
import Testing

/// What a web identity is made of, the environment's part and the profile's.
struct WebIdentityTests {
  static let profile = """
    [profile web]
    role_arn = arn:aws:iam::123456789012:role/p
    web_identity_token_file = /p
    role_session_name = p
    duration_seconds = 1800
    """
  static let role = "arn:aws:iam::123456789012:role/"

  private func source(_ environment: [String: String]) throws -> CredentialSource {
    try SharedConfig(Self.profile).ambientChain(environment: environment).base
  }

  @Test func aProfilesOwn() throws {
    let expected = WebIdentitySource(
      profile: "web", roleARN: Self.role + "p", roleSessionName: "p", tokenFile: "/p")
    #expect(try source(["AWS_PROFILE": "web"]) == .webIdentity(expected))
    // A named profile does not heed the environment.
    let environment = ["AWS_ROLE_ARN": Self.role + "e", "AWS_ROLE_SESSION_NAME": "e"]
    let chain = try SharedConfig(Self.profile).chain(for: "web", environment: environment)
    #expect(chain.base == .webIdentity(expected))
  }

  @Test func theEnvironmentsOwn() throws {
    let environment = [
      "AWS_ROLE_ARN": Self.role + "e", "AWS_WEB_IDENTITY_TOKEN_FILE": "/e",
      "AWS_ROLE_SESSION_NAME": "",
    ]
    let expected = WebIdentitySource(roleARN: Self.role + "e", tokenFile: "/e")
    #expect(try source(environment) == .webIdentity(expected))
  }

  @Test func mixedOfBoth() throws {
    let environment = [
      "AWS_PROFILE": "web", "AWS_ROLE_ARN": Self.role + "e", "AWS_ROLE_SESSION_NAME": "e",
    ]
    let expected = WebIdentitySource(
      profile: "web", roleARN: Self.role + "e", roleSessionName: "e", tokenFile: "/p")
    #expect(try source(environment) == .webIdentity(expected))
  }
}
