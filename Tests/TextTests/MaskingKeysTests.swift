import Testing
import Text

struct MaskingKeysTests {
  /// Base64 of a fixed sequence of bytes, as long as an AWS session token.
  private func token(_ length: Int, signs: String = "+/", seed: UInt32 = 42) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + signs)
    var state = seed
    return String(
      (0..<length).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return letters[Int(state >> 26)]
      })
  }

  @Test(arguments: [40, 100, 400, 804, 2_000]) func aTokenIsMaskedWhateverItsSlashes(length: Int) {
    let token = token(length)
    let masked = maskingKeys("x-amz-security-token:\(token) end")
    #expect(masked == "x-amz-security-token:•••• end", "\(token)")
  }

  /// In pieces, of which none is long enough to look like a key.
  @Test(arguments: [64, 200, 800], [1, 7, 42, 99] as [UInt32])
  func aTokenIsMaskedWholeInWhateverLettersItIsWritten(length: Int, seed: UInt32) {
    let plain = token(length, seed: seed)
    let encoded = plain.replacing("+", with: "%2B").replacing("/", with: "%2f") + "%3D%3D"
    let ofURLs = token(length, signs: "-_", seed: seed)
    let parts = stride(from: 0, to: length, by: 20).map { String(ofURLs.dropFirst($0).prefix(20)) }
    for token in [plain + "==", encoded, ofURLs, parts.joined(separator: "."), "eyJ" + ofURLs] {
      #expect(maskingKeys("it is '\(token)'.") == "it is '••••'.", "\(token)")
      #expect(maskingKeys("?X-Amz-Security-Token=\(token)&a=b").contains("Token=••••&a=b"))
      #expect(maskingKeys("https://host/path/\(token)").hasSuffix("••••"))
    }
  }

  /// Invisible characters within a key, as terminal colours or a program that marks line breaks
  /// insert them.
  @Test(arguments: ["\u{1B}[1m", "\0", "\u{200B}", "\u{1B}[0m\u{1B}[K"])
  func aKeyIsMaskedWhateverIsNotDrawnInIt(_ sign: String) {
    let text = "first\nkey 7Qz+kV3nYp/9aXbT0Lm\(sign)ReW4sUc+HdJ2gFoKiZ81M end"
    #expect(maskingKeys(text) == "first\nkey •••• end")
  }

  @Test(arguments: [
    (#"\u002b"#, #"\/"#), (#"\u002B"#, #"\u002f"#), (#"\\u002b"#, #"\\\/"#),
    ("&#43;", "&#47;"), ("&#x2b;", "&#x2F;"), ("&plus;", "&sol;"), ("&#043;", "&#x002f;"),
  ])
  func aKeyIsMaskedWhereItIsEscaped(_ plus: String, _ slash: String) {
    for key in [
      "7Qz+kV3nYp/9aXbT0LmReW4sUc+HdJ2gFoKiZ81M", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    ] {
      let escaped = key.replacing("+", with: plus).replacing("/", with: slash)
      #expect(maskingKeys("{\"Secret\": \"\(escaped)\"}") == "{\"Secret\": \"••••\"}")
    }
  }

  /// Random keys that look like words are rare; most have no words.
  @Test func keysAreNotTakenForNames() {
    let shown = (0..<500).filter { seed in
      let key = token(40, seed: UInt32(seed) &* 2_654_435_761)
      return maskingKeys("'\(key)'") != "'••••'"
    }
    #expect(shown.count < 10, "\(shown)")
  }

  @Test(arguments: [
    ("at 'https://bob:hunter2@proxy.example/'.", "at 'https://••••@proxy.example/'."),
    ("https://bob:hun/ter2@proxy.example:1/x", "https://••••@proxy.example:1/x"),
    ("https://bob:h#un?t@er2@proxy/ and", "https://••••@proxy/ and"),
    ("http://token@host, http://a:b@c", "http://••••@host, http://••••@c"),
    ("at 'https://bob:12/x@host'.", "at 'https://••••@host'."),
    ("http://bob:8080/x/y@proxy:1/", "http://••••@proxy:1/"),
    ("http://bob.smith:12/x@proxy:1/", "http://••••@proxy:1/"),
  ])
  func aPasswordInAnAddressIsMasked(_ text: String, _ shown: String) {
    #expect(maskingSecrets(text) == shown)
  }

  @Test(arguments: [
    "https://host.example:8080/users/maya@example.com",
    "http://localhost:8080/users/maya@example.com", "http://[::1]:80/a@b", "maya@example.com",
    "'http://localhost:1' is not 'https://sts.eu-west-1.amazonaws.com'.", "https://host/?to=a@b",
  ])
  func anAddressWithoutOneIsNot(_ text: String) {
    #expect(maskingSecrets(text) == text)
  }

  @Test(arguments: [
    ("bob:12/x@host", "••••@host"), ("https://bob:12/x@host/", "https://••••@host/"),
    ("host:80/x", "host:80/x"),
  ])
  func theUserOfAnAddressIsMaskedWithoutItsSchemeToo(_ text: String, _ shown: String) {
    #expect(maskingUser(text) == shown)
  }

  private static let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  @Test(arguments: [5, 20, 31, 39], ["\n", " \n  ", "\r\n"])
  func aKeyThatALineEndBreaksIsMasked(_ length: Int, _ end: String) {
    let broken = Self.key.prefix(length) + end + Self.key.dropFirst(length)
    #expect(maskingSecrets("it is \(broken), so") == "it is ••••, so")
  }

  /// YAML turns a line break into a space.
  @Test func aKeyThatABlankBreaksIsMaskedInQuotes() {
    let broken = Self.key.prefix(20) + " " + Self.key.dropFirst(20)
    #expect(maskingSecrets("The entry '\(broken)' is not") == "The entry '••••' is not")
    let words = "The rule 'PlatformTeam2Production' of 'EuCentral1Only'\nProfile2"
    #expect(maskingSecrets(words) == words)
  }

  @Test(arguments: ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE"])
  func theNumberOfAKeyIsMaskedInThePlaceOfAName(_ number: String) {
    #expect(maskingSecrets("No entry '\(number)'.") == "No entry '••••'.")
    #expect(maskingSecrets("[profile \(number)] was") == "[profile ••••] was")
    #expect(maskingSecrets("[\(number)] was, \(number)") == "[••••] was, \(number)")
    #expect(maskingSecrets("the access key \(number) is") == "the access key \(number) is")
    #expect(maskingSecrets("'\(number)X'") == "'\(number)X'")
  }

  @Test func aSecretKeyIsMaskedWherePercentEncoded() {
    let shown = maskingKeys("secret=wJalrXUtnFEMI%2FK7MDENG%2FbPxRfiCYEXAMPLEKEY&x=1")
    #expect(shown == "secret=••••&x=1")
  }

  @Test(arguments: [
    "/home/maya/Projects/Tools2/bin/Credentials/get-Session2-Keys",
    "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_A1b2_0123456789abcdef",
    "https://sts.eu-west-1.amazonaws.com/",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html#troubleshoot_roles_cant-assume-role2",
    "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/Maya.Smith2@Example.com",
    "arn:aws:sts::111111111111:assumed-role/GitHubActions-Deploy2/GitHubActions-Run-1234567890-Attempt-2",
    "AWSCLI-Session-i-0a1b2c3d4e5f60718", "botocore-session-1700000000-ReadOnlyAccess",
    "123e4567-e89b-12d3-a456-426614174000", "/srv/App%20Data/Tools%20And%20Settings2/config.yaml",
    "my-Very-Long-Profile-Name2.of.Account_111111111111.EU-West-1",
    "/usr/Local2/Lib/Python3/Site/Packages/Aws/Cli/Main",
    "arn:aws:iam::111111111111:role/MyStack-DeployRole-1AB2CD3EF4GH5",
    "arn:aws:iam::111111111111:role/service/MyStack-DeployRole-1aB2Cd3eF4gH",
    "OrganizationAccountAccessRoleForSandbox123", "PlatformTeamProductionEuCentral1ReadOnly",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    "/tmp/tt/switchback-9F3A1B7C-2D4E-4F6A-8B1C-3E5D7F9A0B2C.yaml:2: The rule",
    "/tmp/tt/switchback-E5D0F4A2-7B3C-4A1D-9E8F-0A1B2C3D4E5F/home/.aws/config",
    "/tmp/switchback-9F3A1B7C-2D4E-4F6A-8B1C-3E5D7F9A0B2C/config/switchback/config.yaml",
    "/tmp/tmp.X3bQ9zLkAa/config/switchback/config.yaml",
    "/opt/CloudTools2/ProductionCredentialsHelper",
  ])
  func aPathIsNot(text: String) {
    #expect(maskingKeys(text) == text)
  }
}
