import AWSClient
import AWSConfig
import Credentials
import Files
import Foundation
import Secrets
import Services
import Testing

private let other = SSOLogin(
  session: "other", startURL: "https://d-2.awsapps.com/start", region: "us-east-1")

struct LogOutTests {
  let wire = LoginWire(["/logout": [HTTPResponse(status: 200)]])

  @Test func removesWhatTheLoginsBroughtAndTellsAWS() async throws {
    try fill()
    #expect(try await logOut([LoginWire.corp]) == LogoutResult(tokens: 1, roles: 1, sessions: 1))
    #expect(wire.asked.map(\.url) == ["https://portal.eu-west-1.test/logout"])
    #expect(wire.asked.first?.method == "POST" && wire.bearers == ["OLD"])
    #expect(try files("sso") == Set([other.tokenFile, LoginWire.corp.registrationFile]))
    #expect(try files("cli") == ["role.json", "damaged.json"])
    #expect(wire.sessions.session(of: "corp", fingerprint: "f") == nil)
    #expect(wire.sessions.session(of: "other", fingerprint: "f") != nil)
  }

  @Test func removesAllTokensWhosoeverLoggedIn() async throws {
    try fill()
    #expect(try await logOut([other], andOthers: true).tokens == 2)
    #expect(
      wire.asked.map(\.url).sorted() == [
        "https://portal.eu-west-1.test/logout", "https://portal.us-east-1.test/logout",
      ])
    #expect(try files("sso") == [LoginWire.corp.registrationFile])
  }

  @Test func nothingCachedIsNothingToDo() async throws {
    #expect(try await logOut([LoginWire.corp], andOthers: true) == LogoutResult())
    #expect(wire.asked.isEmpty && wire.said.isEmpty)
  }

  @Test func ofALoginThatHasEndedAWSIsNotTold() async throws {
    try wire.keep(minutes: -1)
    #expect(try await logOut([LoginWire.corp]) == LogoutResult(tokens: 1))
    #expect(wire.asked.isEmpty)
  }

  @Test(arguments: [
    (HTTPResponse.ended, 0), (.refusal(503, "ServiceUnavailable"), 1), (.refusal(403, "No"), 1),
  ])
  func thatAWSCannotBeToldIsSaid(_ answer: HTTPResponse, _ said: Int) async throws {
    let wire = LoginWire(["/logout": [answer]])
    try wire.keep(minutes: 60)
    let done = try await logOut([LoginWire.corp], on: wire)
    #expect(done.tokens == 1 && done.problems.count == said)
    #expect(
      done.problems.allSatisfy {
        $0.hasPrefix("AWS did not get the logout from https://d-1.awsapps.com/start: ")
          && !$0.contains("OLD")
      })
  }

  @Test func aDamagedTokenIsRemoved() async throws {
    try write("sso/" + LoginWire.corp.tokenFile, "{")
    #expect(try await logOut([LoginWire.corp]) == LogoutResult(tokens: 1))
  }

  @Test func whatCannotBeRemovedOrReadIsNamed() async throws {
    let folders = ["sso/" + LoginWire.corp.tokenFile, "sso/other.json", "cli/role.json"]
    for folder in folders {
      try FileManager.default.createDirectory(
        atPath: wire.folder + "/" + folder, withIntermediateDirectories: true)
    }
    let done = try await logOut([LoginWire.corp], andOthers: true)
    #expect(done.tokens + done.roles + done.sessions == 0)
    for folder in folders {
      #expect(done.problems.contains { $0.contains(wire.folder + "/" + folder) }, "\(done)")
    }
    #expect(done.problems.contains { $0.contains("could not be removed") })
    #expect(Set(done.problems).count == done.problems.count)
  }

  @Test func aFolderThatIsNoneIsNamed() async throws {
    try write("cli", "a file")
    let done = try await logOut([LoginWire.corp], andOthers: true)
    #expect(done.problems == ["\(wire.folder)/cli cannot be read: Not a directory."])
  }

  private func logOut(
    _ logins: [SSOLogin], andOthers: Bool = false, on wire: LoginWire? = nil
  ) async throws -> LogoutResult {
    try await Credentials.logOut(
      logins, andOthers: andOthers, attempts: 1, dependencies: (wire ?? self.wire).dependencies()
    ) { region in
      Endpoint(url: "https://portal.\(region).test", signingRegion: region)
    }
  }

  /// Two logins, with a session of ours by each, a client, and files of the AWS CLI's.
  private func fill() throws {
    try wire.keep(minutes: 60)
    try wire.keep(minutes: 60, of: other)
    let client = ClientRegistration(
      clientID: "cid", clientSecret: Secret("cs"), expiresAt: LoginWire.now + 3600)
    wire.tokens.keep(client, of: LoginWire.corp, for: .browser)
    try write("cli/sso.json", #"{"ProviderType": "sso"}"#)
    try write("cli/role.json", #"{"Credentials": {}}"#)
    try write("cli/damaged.json", "{")
    for name in ["corp", "other"] {
      let keys = AWSCredentials(accessKeyID: "ASIA", secretAccessKey: Secret("s"))
      wire.sessions.keep(Session(entry: name, keys: keys, fingerprint: "f", login: name))
    }
  }

  private func write(_ path: String, _ text: String) throws {
    try writePrivately(Array(text.utf8), to: wire.folder + "/" + path)
  }

  private func files(_ folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: wire.folder + "/" + folder))
  }
}
