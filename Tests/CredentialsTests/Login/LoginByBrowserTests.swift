import AWSClient
import Credentials
import Foundation
import Secrets
import Services
import Synchronization
import Testing
import Text

private let answers: [String: [HTTPResponse]] = [
  "/client/register": [.client], "/device_authorization": [.code], "/token": [.token],
]

struct LoginByBrowserTests {
  let wire = LoginWire(answers)

  @Test func opensTheLoginsPageAndRedeemsWhatComesBack() async throws {
    try await wire.logIn(method: .browser) { bring("code=c1&state=\($0.state)", to: $0) }
    let page = AuthorizationPage(try #require(wire.opened.first))
    #expect(wire.opened.count == 1 && wire.news == [.browser(url: wire.opened[0])])
    #expect(page.path == "oidc.test/authorize")
    #expect(page.query["client_id"] == "cid" && page.query["response_type"] == "code")
    #expect(page.query["scopes"] == "sso:account:access")
    #expect(page.query["redirect_uri"] == "http://127.0.0.1:\(page.port)/oauth/callback")
    let asked = try #require(wire.texts("/token"))
    let proof = PKCE(verifier: Secret(asked["codeVerifier"] ?? ""))
    #expect(page.query["code_challenge"] == proof.challenge)
    #expect(
      asked.filter { $0.key != "codeVerifier" } == [
        "clientId": "cid", "clientSecret": "csec", "grantType": "authorization_code", "code": "c1",
        "redirectUri": page.query["redirect_uri"] ?? "",
      ])
    #expect(try wire.tokens.token(of: LoginWire.corp)?.refreshToken == Secret("rt2"))
  }

  @Test func registersAClientForIt() async throws {
    try await wire.logIn(method: .browser) { bring("code=c1&state=\($0.state)", to: $0) }
    let asked = try #require(wire.asked.first)
    let body = try #require(JSONValue(asked.body))
    #expect(
      pythonJSON(body, spaced: false)
        == #"{"clientName":"switchback-corp","clientType":"public","#
        + #""grantTypes":["authorization_code","refresh_token"],"#
        + #""issuerUrl":"https://d-1.awsapps.com/start","#
        + #""redirectUris":["http://127.0.0.1/oauth/callback"],"scopes":["sso:account:access"]}"#)
    try await wire.logIn(method: .browser) { bring("code=c1&state=\($0.state)", to: $0) }
    #expect(wire.paths == ["/client/register", "/token", "/token"])
  }

  @Test func whatDoesNotKnowTheStateIsTurnedAwayAndChangesNothing() async throws {
    try await wire.logIn(method: .browser) { page in
      #expect(bring("code=evil&state=guessed", to: page, answer: "400 Bad Request"))
      #expect(bring("error=access_denied", to: page, answer: "400 Bad Request"))
      #expect(
        bring("code=evil&state=\(page.state)", to: page, host: "evil.test", answer: "403 Forbidden")
      )
      return bring("code=good&state=\(page.state)", to: page)
    }
    #expect(wire.texts("/token")?["code"] == "good")
  }

  @Test func whatTheBrowserIsRefusedIsASentence() async throws {
    let problem = await #expect(throws: LoginError.self) {
      try await wire.logIn(method: .browser) {
        bring("error=access_denied&error_description=Not%1B%5B2Jyours.&state=\($0.state)", to: $0)
      }
    }
    #expect(
      problem?.description == "The login to 'corp' ended in the browser without a code: "
        + "Notyours. (access_denied). Log in again, or ask your Identity Center administrator."
    )
    #expect(!wire.paths.contains("/token"))
  }

  @Test func whereNoBrowserOpensACodeServes() async throws {
    try await wire.logIn(method: .browser)
    #expect(wire.paths.suffix(2) == ["/device_authorization", "/token"])
    #expect(wire.opened.count == 1 && wire.news.count == 1)
    #expect(wire.news.first?.isCode == true)
    #expect(browse(port: AuthorizationPage(wire.opened[0]).port, "/") == nil)
  }

  @Test func theLoginEndsAfterTenMinutes() async throws {
    await #expect(throws: LoginError.notApproved(login: "corp", name: "corp")) {
      try await wire.logIn(method: .browser, impatient: true) { _ in true }
    }
    #expect(browse(port: AuthorizationPage(wire.opened[0]).port, "/") == nil)
  }

  @Test func whoIsCancelledStopsListening() async throws {
    let (opened, told) = AsyncStream<String>.makeStream()
    let task = Task {
      try await wire.logIn(method: .browser) { page in
        told.yield(page.url)
        return true
      }
    }
    var urls = opened.makeAsyncIterator()
    let page = AuthorizationPage(try #require(await urls.next()))
    #expect(browse(port: page.port, "/") != nil)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(browse(port: page.port, "/") == nil)
    #expect(try wire.tokens.token(of: LoginWire.corp) == nil)
  }
}

extension LoginWire {
  fileprivate func logIn(
    method: LoginMethod, impatient: Bool = false,
    browsing: @escaping @Sendable (AuthorizationPage) async -> Bool
  ) async throws {
    try await logIn(
      method: method, impatient: impatient,
      browsing: { url in
        await browsing(AuthorizationPage(url))
      })
  }
}

/// Comes back from a login as the browser does; true if the answer is the one expected.
private func bring(
  _ query: String, to page: AuthorizationPage, host: String? = nil, answer: String = "200 OK"
) -> Bool {
  let given = browse(port: page.port, "/oauth/callback?" + query, host: host)
  return given?.hasPrefix("HTTP/1.1 \(answer)\r\n") == true
}

extension LoginProgress {
  fileprivate var isCode: Bool {
    guard case .code = self else { return false }
    return true
  }
}
