import AWSConfig
import Credentials
import Files
import Foundation
import Secrets
import Services
import Testing
import Text

struct TokenCacheRegistrationTests {
  let wire = LoginWire()
  let client = ClientRegistration(
    clientID: "cid", clientSecret: Secret("cs"), expiresAt: LoginWire.now + 3600)

  @Test func aClientServesTheWayThatItWasRegisteredFor() {
    wire.tokens.keep(client, of: LoginWire.corp, for: .deviceCode)
    #expect(found(.deviceCode) == client && found(.browser) == nil)
    wire.tokens.keep(client, of: LoginWire.corp, for: .browser)
    #expect(found(.deviceCode) == nil && found(.browser) == client)
  }

  @Test func aQuarterOfAnHourBeforeItsEndItIsOver() {
    wire.tokens.keep(client, of: LoginWire.corp, for: .deviceCode)
    #expect(found(.deviceCode, in: 2700) == client && found(.deviceCode, in: 2701) == nil)
  }

  @Test func whatItWasRegisteredForIsWrittenDownAsTheCLIDoes() throws {
    wire.tokens.keep(client, of: LoginWire.corp, for: .deviceCode)
    #expect(try written(LoginWire.corp)["scopes"] == nil)
    wire.tokens.keep(client, of: LoginWire.corp, for: .browser)
    let expected: [String: JSONValue] = [
      "clientId": .string("cid"), "clientSecret": .string("cs"),
      "expiresAt": .string("2026-09-21T15:13:20Z"),
      "scopes": .array([.string("sso:account:access")]),
      "grantTypes": .array([.string("authorization_code"), .string("refresh_token")]),
    ]
    #expect(try written(LoginWire.corp) == .object(expected))
    var scoped = LoginWire.corp
    scoped.scopes = ["a", "b"]
    wire.tokens.keep(client, of: scoped, for: .deviceCode)
    #expect(try written(scoped)["scopes"] == .array([.string("a"), .string("b")]))
  }

  @Test(arguments: ["", "{", "[]", #"{"clientId": "c", "expiresAt": "2026-10-21T15:13:20Z"}"#])
  func aDamagedClientIsNotThere(_ content: String) throws {
    let path = wire.folder + "/sso/" + LoginWire.corp.registrationFile
    try writePrivately(Array(content.utf8), to: path)
    #expect(found(.deviceCode) == nil)
  }

  private func found(_ method: LoginMethod, in seconds: TimeInterval = 0) -> ClientRegistration? {
    wire.tokens.registration(of: LoginWire.corp, for: method, LoginWire.now + seconds)
  }

  private func written(_ login: SSOLogin) throws -> JSONValue {
    let bytes = try readWhole(wire.folder + "/sso/" + login.registrationFile, limit: 1 << 20)
    return try #require(JSONValue(bytes))
  }
}
