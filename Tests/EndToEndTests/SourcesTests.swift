import Foundation
import Sandbox
import Secrets
import Testing

/// Credentials that come from a process, a token, an assertion or the machine, against the Sandbox.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct SourcesTests {
  private func script(_ home: Home, _ text: String) throws -> String {
    try home.write("bin/creds", "#!/bin/sh\n\(text)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: home.path("bin/creds"))
    return home.path("bin/creds")
  }

  @Test func aProcessIsRunWithoutAShell() async throws {
    let home = try Home()
    let path = try script(
      home, #"echo "{\"Version\":1,\"AccessKeyId\":\"AK$#\",\"SecretAccessKey\":\"$1$2\"}""#)
    try home.config("[profile p]\ncredential_process = \(path) '$HOME' \"a b\"; echo\n")
    let printed = try await home.switchback("credentials", "p").json(as: Printed.self)
    #expect(printed.AccessKeyId == "AK3")
    #expect(printed.SecretAccessKey == "$HOMEa b;")
  }

  @Test func whatAProcessSaysOnFailureIsShown() async throws {
    let home = try Home()
    let path = try script(home, "echo no badge in the reader >&2; echo SECRET; exit 4")
    try home.config("[profile p]\ncredential_process = \(path)\n")
    home.isSecret("SECRET")
    let outcome = try await home.switchback("credentials", "p")
    #expect(outcome.refuses(2, saying: "p", "no badge in the reader"), "\(outcome)")
  }

  @Test func aProcessThatLeadsBackIsFoundOut() async throws {
    let home = try Home()
    try home.config("[profile p]\ncredential_process = switchback credentials p\n")
    let outcome = try await home.switchback("credentials", "p")
    #expect(outcome.status == 2 && outcome.errors.contains("credential_process loop"), "\(outcome)")
  }

  @Test func aWebIdentitysTokenIsReadEachTime() async throws {
    let home = try Home()
    let token = try workplaceIssuer.webIdentityToken(subject: "ci", at: Date())
    try home.write("home/token", token.revealed)
    home.isSecret(token.revealed, "no.token.atall")
    try home.config(
      "[profile p]\nrole_arn = \(FakeAWS.role("Web"))\nregion = eu-west-1\n"
        + "web_identity_token_file = \(home.path("home/token"))\n")
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      let first = try await home.switchback("credentials", "p", with: url)
      #expect(try first.json(as: Printed.self).AccountId == "222233334444", "\(first)")
      // Another choice wants another session, and the file is read anew for it.
      try home.write("home/token", "no.token.atall")
      let refused = try await home.switchback("credentials", "p", "--duration", "1h", with: url)
      #expect(refused.refuses(3, saying: "p", "token"), "\(refused)")
      try FileManager.default.removeItem(atPath: home.path("home/token"))
      let gone = try await home.switchback("credentials", "p", "--duration", "1h", with: url)
      #expect(gone.refuses(2, saying: "p", "home/token"), "\(gone)")
    }
  }

  @Test func aSAMLAssertionFromAFileAProcessAndStandardInput() async throws {
    let home = try Home()
    let role = FakeAWS.role("Federated")
    let assertion = try workplaceADFS.samlAssertion(
      subject: "maya@example.com", roleARNs: [role], at: Date()
    ).revealed
    try home.write("home/assertion", assertion)
    home.isSecret(assertion)
    func profile(_ name: String, _ key: String) -> String {
      "[profile \(name)]\nrole_arn = \(role)\nsaml_assertion_\(key)\nregion = eu-west-1\n"
    }
    let file = home.path("home/assertion")
    try home.config(
      profile("file", "file = \(file)") + profile("process", "process = cat \(file)")
        + profile("typed", "file = -"))
    try await Served.serving(.workplace()) { served in
      for name in ["file", "process", "typed"] {
        let outcome = try await home.switchback(
          "credentials", name, with: ["AWS_ENDPOINT_URL": served.url],
          input: name == "typed" ? assertion : "")
        #expect(
          outcome.status == 0 && outcome.output.contains("222233334444"), "\(name): \(outcome)")
      }
      #expect(served.calls("AssumeRoleWithSAML").count == 3)
    }
  }

  @Test func theContainersEndpoint() async throws {
    let home = try Home()
    try home.config("")
    home.isSecret("container-secret", "wrong-token-5")
    try await Served.serving(.workplace()) { served in
      try home.write("home/authorization", "container-secret")
      let container = [
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": served.url + "/credentials/task",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": home.path("home/authorization"),
      ]
      let printed = try await home.switchback("credentials", with: container)
      #expect(try printed.json(as: Printed.self).AccessKeyId.hasPrefix("ASIA"), "\(printed)")
      try home.write("home/authorization", "wrong-token-5")
      let refused = try await home.switchback("credentials", with: container)
      #expect(refused.refuses(3, saying: "container"), "\(refused)")
    }
  }

  @Test func instanceMetadataWhereAProfileNamesThem() async throws {
    let home = try Home()
    try home.config(
      "[profile p]\nrole_arn = \(FakeAWS.role("Session"))\nregion = eu-west-1\n"
        + "credential_source = Ec2InstanceMetadata\n")
    try await Served.serving(.workplace()) { served in
      let machine = [
        "AWS_ENDPOINT_URL": served.url, "AWS_EC2_METADATA_SERVICE_ENDPOINT": served.url,
        "AWS_EC2_METADATA_DISABLED": "false",
      ]
      let refused = try await home.switchback("credentials", "p", with: machine)
      // The machine's own role is got, by version 2; the role that it asks for does not trust it.
      #expect(refused.refuses(3, saying: "p", "not authorized"), "\(refused)")
      #expect(
        served.calls().map(\.operation)
          == ["GetMetadataToken", "GetMetadata", "GetMetadata", "AssumeRole"])
    }
  }
}
