import Foundation
import Testing

/// Credentials that come from a process or a token, by the real binary and, for STS, moto.
///
/// Skipped where nothing is built, or moto is not in .build/venv: Tests/all sees to both.
@Suite(
  .enabled(if: Repository.isBuilt && Repository.motoServer != nil), .timeLimit(.minutes(2)))
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
    let outcome = try await home.switchback("credentials", "p")
    #expect(outcome.refuses(2, saying: "p", "no badge in the reader"), "\(outcome)")
    #expect(!outcome.errors.contains("SECRET"))
  }

  @Test func aProcessThatLeadsBackIsFoundOut() async throws {
    let home = try Home()
    try home.config("[profile p]\ncredential_process = switchback credentials p\n")
    let outcome = try await home.switchback("credentials", "p")
    #expect(outcome.status == 2 && outcome.errors.contains("circle"), "\(outcome)")
  }

  @Test func aWebIdentitysTokenIsReadEachTime() async throws {
    let home = try Home()
    try home.write("home/token", "first.web.identity.token")
    try home.config(
      "[profile p]\nrole_arn = \(Moto.role)\nweb_identity_token_file = \(home.path("home/token"))\n"
        + "region = eu-west-1\n")
    try await Moto.serving(home) { moto in
      let url = ["AWS_ENDPOINT_URL": moto.url]
      let printed = try await home.switchback("credentials", "p", with: url)
        .json(as: Printed.self)
      #expect(printed.AccountId == "123456789012")
      try FileManager.default.removeItem(atPath: home.path("home/token"))
      let gone = try await home.switchback("credentials", "p", "--duration", "1h", with: url)
      #expect(gone.refuses(2, saying: "p", "home/token"), "\(gone)")
    }
  }

  @Test func aSAMLAssertionFromAFileAndFromStandardInput() async throws {
    let home = try Home()
    let provider = "arn:aws:iam::123456789012:saml-provider/ADFS"
    let assertion = Data(samlResponse(role: Moto.role, provider: provider).utf8)
      .base64EncodedString()
    try home.write("home/assertion", assertion)
    func profile(_ name: String, _ file: String) -> String {
      "[profile \(name)]\nrole_arn = \(Moto.role)\nsaml_assertion_file = \(file)\nregion = eu-west-1\n"
    }
    try home.config(profile("file", home.path("home/assertion")) + profile("typed", "-"))
    try await Moto.serving(home) { moto in
      let url = ["AWS_ENDPOINT_URL": moto.url]
      let file = try await home.switchback("credentials", "file", with: url)
      #expect(try file.json(as: Printed.self).AccountId == "123456789012", "\(file)")
      let typed = try await home.switchback("credentials", "typed", with: url, input: assertion)
      #expect(try typed.json(as: Printed.self).AccountId == "123456789012", "\(typed)")
    }
  }
}

/// As much of a SAML response as moto looks at.
private func samlResponse(role: String, provider: String) -> String {
  """
  <?xml version="1.0"?>
  <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><Assertion \
  xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><AttributeStatement>\
  <Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><AttributeValue>maya@example.com\
  </AttributeValue></Attribute><Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><AttributeValue>\
  \(role),\(provider)</AttributeValue></Attribute></AttributeStatement></Assertion></samlp:Response>
  """
}
