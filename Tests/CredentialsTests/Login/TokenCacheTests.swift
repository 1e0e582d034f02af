import AWSConfig
import Credentials
import Files
import Foundation
import Secrets
import Testing
import Text

struct TokenCacheTests {
  let wire = LoginWire()
  let token = SSOToken(
    accessToken: Secret("at"), expiresAt: LoginWire.now + 3600.5, startURL: "https://u",
    region: "eu-west-1", clientID: "cid", clientSecret: Secret("cs"),
    registrationExpiresAt: LoginWire.now + 7200, refreshToken: Secret("rt"))

  @Test func aTokenIsWrittenAsTheCLIWritesItForItsOwnerOnly() throws {
    try wire.tokens.keep(token, of: LoginWire.corp)
    #expect(
      try text() == #"{"accessToken": "at", "clientId": "cid", "clientSecret": "cs", "#
        + #""expiresAt": "2026-09-21T15:13:20Z", "refreshToken": "rt", "region": "eu-west-1", "#
        + #""registrationExpiresAt": "2026-09-21T16:13:20Z", "startUrl": "https://u"}"#)
    #expect(try mode(file) == 0o600 && mode(wire.folder + "/sso") == 0o700)
    var read = token
    read.expiresAt = LoginWire.now + 3600
    #expect(try wire.tokens.token(of: LoginWire.corp) == read)
  }

  @Test func ofATokenOnlyItselfAndItsEndAreNeeded() throws {
    for time in ["2026-09-21T15:13:20UTC", "2026-09-21T15:13:20+00:00", "2026-09-21T15:13:20Z"] {
      try write(#"{"accessToken": "at", "expiresAt": "\#(time)"}"#)
      let token = try wire.tokens.token(of: LoginWire.corp)
      #expect(token?.expiresAt == LoginWire.now + 3600)
      #expect(token?.startURL == LoginWire.corp.startURL && token?.refreshToken == nil)
    }
  }

  @Test(arguments: [
    "", "{", "[1]", "null", #"{"accessToken": "at"}"#, #"{"expiresAt": "2026-09-21T15:13:20Z"}"#,
    #"{"accessToken": "", "expiresAt": "2026-09-21T15:13:20Z"}"#,
    #"{"accessToken": 7, "expiresAt": "2026-09-21T15:13:20Z"}"#,
    #"{"accessToken": "at", "expiresAt": "2026-09-21T15:13:20"}"#,
    #"{"accessToken": "at", "expiresAt": "tomorrow"}"#,
    #"{"accessToken": "at", "expiresAt": 1893456000}"#,
  ])
  func aDamagedTokenIsNotThere(_ content: String) throws {
    try write(content)
    #expect(try wire.tokens.token(of: LoginWire.corp) == nil)
  }

  @Test func aRenewedTokenKeepsWhatOthersWroteThere() throws {
    try write(
      #"{"accessToken": "a", "expiresAt": "x", "refreshToken": "r", "mark": [1, null, 2.5]}"#)
    var renewed = token
    renewed.refreshToken = nil
    try wire.tokens.renew(renewed, of: LoginWire.corp)
    let found = JSONValue(Array(try text().utf8))
    #expect(found?["mark"] == .array([.int(1), .null, .double(2.5)]))
    #expect(found?["accessToken"] == .string("at") && found?["refreshToken"] == nil)
  }

  @Test func aTokenIsRemovedOnce() throws {
    try wire.tokens.keep(token, of: LoginWire.corp)
    #expect(try wire.tokens.remove(LoginWire.corp.tokenFile))
    #expect(try !wire.tokens.remove(LoginWire.corp.tokenFile))
  }

  private var file: String { wire.folder + "/sso/" + LoginWire.corp.tokenFile }

  private func text() throws -> String {
    String(decoding: try readWhole(file, limit: 1 << 20), as: UTF8.self)
  }

  private func write(_ content: String) throws { try writePrivately(Array(content.utf8), to: file) }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
