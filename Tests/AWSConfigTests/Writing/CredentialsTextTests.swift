import AWSConfig
import Foundation
import Secrets
import Testing

struct CredentialsTextTests {
  private let keys = AWSCredentials(
    accessKeyID: "ASIANEW", secretAccessKey: Secret("new/secret"),
    sessionToken: Secret("new/token"), expiration: Date(timeIntervalSince1970: 1_767_225_600))

  private func change(
    _ text: String, _ profile: String = "prod", replacing: Bool = false
  ) throws -> CredentialsChange {
    try CredentialsText(Array(text.utf8), file: "credentials")
      .setting(keys, of: profile, replacingLongLived: replacing)
  }

  private func text(_ before: String, _ profile: String = "prod") throws -> String {
    String(decoding: try change(before, profile).bytes, as: UTF8.self)
  }

  private let section = """
    [prod]
    aws_access_key_id = ASIANEW
    aws_secret_access_key = new/secret
    aws_session_token = new/token
    x_security_token_expires = 2026-01-01T00:00:00Z

    """

  @Test func aNewFileIsTheSectionAlone() throws {
    #expect(try text("") == section)
  }

  @Test(arguments: [
    ("[dev]\naws_access_key_id = A\n", "\n"), ("[dev]\naws_access_key_id = A\n\n", ""),
    ("[dev]\naws_access_key_id = A", "\n\n"), ("# mine only\n", "\n"), ("\n", ""),
  ])
  func aNewSectionStandsAtTheEnd(_ before: String, _ gap: String) throws {
    #expect(try text(before) == before + gap + section)
  }

  @Test func theKeysChangeWhereTheyStand() throws {
    let before = """
      # top
      [dev]
      aws_access_key_id=A
      [prod]   # mine
      # of prod
      region = eu-west-1
      AWS_Access_Key_Id =   ASIAOLD
      output: json
      aws_session_token=old
        more
      aws_secret_access_key = old

      [last]
      role_arn = x
      """
    #expect(
      try text(before) == """
        # top
        [dev]
        aws_access_key_id=A
        [prod]   # mine
        # of prod
        region = eu-west-1
        AWS_Access_Key_Id =   ASIANEW
        output: json
        aws_session_token=new/token
        aws_secret_access_key = new/secret
        x_security_token_expires = 2026-01-01T00:00:00Z

        [last]
        role_arn = x
        """)
  }

  /// The older name of a token would win over the newer, and an account's number may be another's.
  @Test func whatOthersLeftGoes() throws {
    let before = section.replacing(
      "aws_session_token = new/token", with: "aws_security_token = old\naws_account_id = 1")
    let after = try text(before)
    #expect(!after.contains("security_token =") && !after.contains("account_id"))
    #expect(after.contains("aws_session_token = new/token\n"))
  }

  @Test func indentedKeysStayKeys() throws {
    let before = "[prod]\n  region = eu-west-1\n  aws_session_token = old\n  output = json\n"
    let after = try text(before)
    #expect(after.hasPrefix("[prod]\n  region = eu-west-1\n  aws_session_token = new/token\n"))
    #expect(after.contains("\n  aws_access_key_id = ASIANEW\n"))
    #expect(after.hasSuffix("\n  output = json\n"))
  }

  @Test(arguments: ["\r\n", "\r"])
  func linesEndAsTheyDo(_ end: String) throws {
    let before = "\u{FEFF}[dev]\(end)region = x\(end)"
    let after = try text(before)
    #expect(after.utf8.elementsEqual((before + end + section.replacing("\n", with: end)).utf8))
  }

  @Test func bytesThatAreNoTextStay() throws {
    let before = Array("[dev]\nregion = x\n# ".utf8) + [0xFF, 0xC3, 0x0A]
    let change = try CredentialsText(before, file: "credentials").setting(keys, of: "prod")
    #expect(change.bytes.starts(with: before))
  }

  @Test(arguments: [("", true), ("[prod]\nregion = us-east-1\n", false), ("[prod]\n", true)])
  func aRegionIsWrittenIfThereIsNone(_ before: String, _ isWritten: Bool) throws {
    let change = try CredentialsText(Array(before.utf8), file: "credentials")
      .setting(keys, region: "eu-west-1", of: "prod")
    let after = String(decoding: change.bytes, as: UTF8.self)
    #expect(after.contains("\nregion = eu-west-1\n") == isWritten)
    #expect(after.contains("us-east-1") != isWritten)
  }

  @Test func theSameKeysAreNoChange() throws {
    let change = try change(section)
    #expect(change.diff.isEmpty)
    #expect(change.bytes == Array(section.utf8))
  }
}

/// What is refused, and said.
struct CredentialsTextRefusalTests {
  private let keys = AWSCredentials(
    accessKeyID: "ASIANEW", secretAccessKey: Secret("new/secret"),
    sessionToken: Secret("new/token"))

  private func fault(
    _ text: String, _ profile: String = "prod", keys: AWSCredentials? = nil
  ) -> CredentialsFileError? {
    do {
      _ = try CredentialsText(Array(text.utf8), file: "credentials")
        .setting(keys ?? self.keys, of: profile)
      return nil
    } catch { return error }
  }

  private let longLived = """
    # first
    [prod]
    aws_access_key_id = AKIAOLD
    aws_secret_access_key = old

    """

  @Test func longLivedKeysAreNotLostUnasked() throws {
    #expect(fault(longLived) == .longLived("prod", file: "credentials", line: 2))
    #expect(fault(longLived + "aws_session_token =\n") != nil)
    #expect(fault(longLived + "aws_session_token = t\n") == nil)
    let change = try CredentialsText(Array(longLived.utf8), file: "credentials")
      .setting(keys, of: "prod", replacingLongLived: true)
    #expect(String(decoding: change.bytes, as: UTF8.self).contains("ASIANEW"))
  }

  @Test func twoSectionsOfTheNameAreRefused() {
    let twice = "[prod]\nregion = a\n[dev]\n[ prod ]\n"
    #expect(fault(twice) == .repeated("prod", file: "credentials", lines: [1, 4]))
    #expect(fault(twice).map { "\($0)".contains("lines 1 and 4") } == true)
    #expect(fault(twice, "dev") == nil)
  }

  @Test(arguments: [
    "", " a", "a ", "a]b", "a\nb", "a\rb", "profile a", "sso-session a", "DEFAULT", "a\u{85}b",
    "a\u{2028}b",
  ])
  func namesThatCannotStandThereAreRefused(_ name: String) {
    #expect(fault("", name) == .name(name))
  }

  @Test(arguments: ["a b", "a:b", "a#b", "$(x)", "ü", "a/b", "default", "a'\"b", "[a"])
  func othersCan(_ name: String) throws {
    #expect(fault("", name) == nil)
    #expect(fault("[dev]\nregion = x\n", name) == nil)
  }

  @Test(arguments: ["a\nb", "a\rb", " a", "a #b", "", "ü", "a\u{0}b"])
  func valuesThatCannotStandThereAreRefused(_ text: String) {
    var odd = keys
    odd.sessionToken = Secret(text)
    #expect(fault("", keys: odd) == .value("aws_session_token"))
  }
}
