import AWSClient
import AWSConfig
import Credentials
import Files
import Foundation
import Secrets
import Testing
import Text

private let source = LoginSource(
  profile: "p", session: "arn:aws:sts::012345678910:assumed-role/Admin/admin")
private let renewed = HTTPResponse.json(
  """
  {"accessToken": {"accessKeyId": "ASIANEW", "secretAccessKey": "s2", "sessionToken": "t2"}, \
  "tokenType": "aws_sigv4", "expiresIn": 900, "refreshToken": "r2"}
  """)

struct LoginSourceTests {
  @Test func keysThatLastAreUsed() async throws {
    let wire = LoginWire()
    try wire.write(login(minutes: 5.02, key: "unused"))
    let keys = try await keys(wire)
    #expect(keys.accessKeyID == "ASIAOLD" && keys.sessionToken == Secret("t"))
    #expect(keys.accountID == "012345678910" && wire.asked.isEmpty)
    #expect(keys.expiration == LoginWire.now + 301)
  }

  @Test func keysThatEndAreRenewedAndWrittenBack() async throws {
    let wire = LoginWire(["/v1/token": [renewed]])
    try wire.write(login(minutes: 5))
    let keys = try await keys(wire)
    #expect(keys.accessKeyID == "ASIANEW" && keys.accountID == "012345678910")
    #expect(
      wire.texts("/v1/token") == [
        "clientId": "arn:aws:signin:::devtools/same-device", "grantType": "refresh_token",
        "refreshToken": "r",
      ])
    #expect(wire.asked.first?.headers.contains { $0.name == "DPoP" } == true)
    let written = try #require(wire.written)
    #expect(written["accessToken"]?["accessKeyId"] == .string("ASIANEW"))
    #expect(written["accessToken"]?["accountId"] == .string("012345678910"))
    #expect(written["accessToken"]?["expiresAt"] == .string("2026-09-21T14:28:20Z"))
    #expect(written["refreshToken"] == .string("r2") && written["idToken"] == .string("i"))
    #expect(written["mark"] == .array([.int(1)]) && written["dpopKey"]?.text == key)
    #expect(try wire.mode() == 0o600)
    _ = try await loginCredentials(source, LoginWire.services, wire.dependencies())
    #expect(wire.asked.count == 1)
  }

  @Test func ofManyAtOnceOneRenews() async throws {
    let wire = LoginWire(["/v1/token": [renewed]])
    try wire.write(login(minutes: -5))
    try await withThrowingTaskGroup(of: AWSCredentials.self) { group in
      for _ in 0..<20 { group.addTask { try await keys(wire) } }
      for try await keys in group { #expect(keys.accessKeyID == "ASIANEW") }
    }
    #expect(wire.asked.count == 1)
  }

  @Test func whatCannotBeRenewedServesWhileItLasts() async throws {
    for status in [403, 500] {
      let wire = LoginWire(["/v1/token": [.refusal(status, "AccessDeniedException")]])
      try wire.write(login(minutes: 1))
      #expect(try await keys(wire).accessKeyID == "ASIAOLD")
    }
  }

  @Test(arguments: [(1, 1), (-1, 3)])
  func aRenewalIsAskedForOnceWhereTheOldKeysLast(_ minutes: Double, _ times: Int) async throws {
    let wire = LoginWire(["/v1/token": [.refusal(503, "ServiceUnavailable")]])
    try wire.write(login(minutes: minutes))
    var services = LoginWire.services
    services.attempts = 3
    _ = try? await loginCredentials(source, services, wire.dependencies())
    #expect(wire.asked.count == times)
  }

  @Test(arguments: ["TOKEN_EXPIRED", "USER_CREDENTIALS_CHANGED", "INSUFFICIENT_PERMISSIONS"])
  func aLoginThatAWSEndedIsToBeBegunAnew(_ error: String) async throws {
    var answer = HTTPResponse.json(#"{"error": "\#(error)", "message": "words"}"#, status: 403)
    answer.headers.append(HTTPHeader("x-amzn-ErrorType", "AccessDeniedException"))
    let wire = LoginWire(["/v1/token": [answer]])
    try wire.write(login(minutes: -1))
    #expect(try await problem(wire).contains("words"))
  }

  @Test func whatCannotBeAskedIsNoReasonToLogInAnew() async throws {
    let wire = LoginWire(["/v1/token": [.refusal(503, "ServiceUnavailable")]])
    try wire.write(login(minutes: -1))
    await #expect(throws: ServiceError.self) { try await keys(wire) }
  }

  @Test func aFileThatIsMissingOrDamagedIsASentence() async throws {
    let wire = LoginWire()
    #expect(try await problem(wire).contains("there is no login."))
    try wire.write("{")
    #expect(try await problem(wire).contains("is not JSON."))
    for part in ["accessToken", "refreshToken", "clientId", "dpopKey", "expiresAt"] {
      try wire.write(login(minutes: 60).replacing("\"\(part)\"", with: "\"x\""))
      #expect(try await problem(wire).contains("its file has no usable \(part)."))
    }
    try wire.write(login(minutes: -1, key: "unused"))
    #expect(try await problem(wire).contains("P-256"))
    #expect(wire.asked.isEmpty)
  }

  private func problem(_ wire: LoginWire) async throws -> String {
    let problem = await #expect(throws: LoginError.self) { try await keys(wire) }
    let sentence = try #require(problem).description
    #expect(sentence.hasPrefix("Profile 'p' uses the login of `aws login` for arn:aws:sts::"))
    #expect(sentence.hasSuffix("Log in again with `aws login --profile p`."))
    return sentence
  }
}

private func keys(_ wire: LoginWire) async throws -> AWSCredentials {
  try await loginCredentials(source, LoginWire.services, wire.dependencies())
}

/// Made for these tests alone, as `aws login` writes one.
private let key = """
  -----BEGIN EC PRIVATE KEY-----
  MHcCAQEEILfuEP6ZSK9buJzLYnS9w1XSfJ5Dh9qo/p+ZXxfuNFJ0oAoGCCqGSM49
  AwEHoUQDQgAErpAXm+T/XgK1+X4og0S4PPI2EMhqaaUTK46PB2Dz8lVcL+9/BA5X
  U8ugJKmxs/S7eBxtmkVELXjRyHwObrSxaQ==
  -----END EC PRIVATE KEY-----

  """

private func login(minutes: Double, key: String = key) -> String {
  let end = iso8601(LoginWire.now + minutes * 60)
  let pem = key.replacing("\n", with: "\\n")
  return """
    {"accessToken": {"accessKeyId": "ASIAOLD", "secretAccessKey": "s", "sessionToken": "t", \
    "accountId": "012345678910", "expiresAt": "\(end)"}, "tokenType": "aws_sigv4", \
    "clientId": "arn:aws:signin:::devtools/same-device", "refreshToken": "r", "idToken": "i", \
    "dpopKey": "\(pem)", "mark": [1]}
    """
}

extension LoginWire {
  private var file: String { folder + "/login/" + LoginCache.file(of: source.session) }

  fileprivate var written: JSONValue? {
    (try? readWhole(file, limit: 1 << 20)).flatMap { JSONValue($0) }
  }

  fileprivate func write(_ text: String) throws {
    try writePrivately(Array(text.utf8), to: file)
  }

  fileprivate func mode() throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
  }
}
