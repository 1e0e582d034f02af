import AWSClient
import Accounts
import Foundation
import STS
import Secrets
import Services
import Testing

/// Whole requests as botocore makes them; skipped where the test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct RequestVectorTests {
  static let operations: [String: any STSOperation] = [
    "sts.get_caller_identity/0": GetCallerIdentity(),
    "sts.get_caller_identity/2": GetCallerIdentity(),
    "sts.assume_role/4": AssumeRole(roleARN: demo, sessionName: "testAR"),
    "sts.assume_role/6": AssumeRole(
      roleARN: demo, sessionName: "xx",
      tags: [.init("Project", "a b"), .init("Ünï", ""), .init("z~*!()", "+/=")],
      transitiveTagKeys: ["Project", "Ünï"], sourceIdentity: "alice",
      policyARNs: [
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      ],
      policy: #"{"Version":"2012-10-17","Statement":"#
        + #"[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#),
    "sts.assume_role/8": AssumeRole(
      roleARN: demo, sessionName: "xx", tags: [], transitiveTagKeys: []),
    "sts.get_session_token/10": GetSessionToken(
      durationSeconds: 129_600,
      mfa: MFA(serialNumber: "GAHT12345678", code: Secret("123456"))),
    "sts.assume_role_with_web_identity/12": AssumeRoleWithWebIdentity(
      roleARN: "arn:aws:iam::123456789012:role/web", sessionName: "web",
      token: Secret("eyJhbGciOi.J9+/="), providerID: "www.amazon.com", durationSeconds: 900),
    "sts.assume_root/14": Plain(
      action: "AssumeRoot",
      parameters: [
        ("TargetPrincipal", "111122223333"),
        ("TaskPolicyArn.arn", "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"),
        ("DurationSeconds", "900"),
      ]),
    "sts.decode_authorization_message/16": Plain(
      action: "DecodeAuthorizationMessage", parameters: [("EncodedMessage", "abc def&=")]),
  ]

  @Test(arguments: operations.keys.sorted())
  func theRequestIsAsBotocoreMakesIt(name: String) throws {
    let vector = try #require(try Vector.all().first { $0.name == name })
    let operation = try #require(Self.operations[name])
    let client = STSClient(
      endpoint: try .sts(region: vector.region), credentials: vector.keys,
      send: { _ in HTTPResponse(status: 500) })
    try expect(client.request(operation, at: try vector.date), like: vector)
  }

  /// IAM is not asked yet; what it will be asked by is here.
  static let iam: [String: (action: String, parameters: [(String, String)])] = [
    "iam.list_mfa_devices/18": ("ListMFADevices", [("UserName", "bob")]),
    "iam.list_roles/20": ("ListRoles", [("Marker", "m+/="), ("MaxItems", "1000")]),
  ]

  @Test(arguments: iam.keys.sorted())
  func anotherServicesRequestIsSignedAsBotocoreDoes(name: String) throws {
    let vector = try #require(try Vector.all().first { $0.name == name })
    let asked = try #require(Self.iam[name])
    var form = QueryForm(action: asked.action, version: "2010-05-08")
    for (name, value) in asked.parameters { form.add(name, value) }
    let type = "application/x-www-form-urlencoded; charset=utf-8"
    let request = HTTPRequest(
      url: "https://iam.amazonaws.com", headers: [HTTPHeader("Content-Type", type)],
      body: form.body)
    try expect(
      signed(
        request, credentials: vector.keys, region: vector.region, service: "iam",
        at: try vector.date),
      like: vector)
  }

  /// Two differences without a meaning: we write JSON without blanks, and the names in order.
  @Test func theRequestsOfLoginsAreAsBotocoreMakesThem() throws {
    let vectors = try Vector.all()
    let logout = try #require(vectors.first { $0.name == "sso.logout/24" })
    let bye = Logout(accessToken: Secret("tok")).request(
      to: try .sso(region: "us-east-1"), at: FakeSTS.now)
    #expect((bye.method, bye.url) == (logout.method, logout.url))
    #expect(bye.headers.named("x-amz-sso_bearer_token") == logout.headers["x-amz-sso_bearer_token"])
    let start = try #require(vectors.first { $0.name.hasPrefix("sso-oidc.start_device") })
    let hello = StartDeviceAuthorization(
      clientID: "i", clientSecret: Secret("s"), startURL: "https://d-123.awsapps.com/start"
    ).request(to: try .oidc(region: "us-east-1"), at: FakeSTS.now)
    #expect((hello.method, hello.url) == (start.method, start.url))
    #expect(hello.headers.named("content-type") == start.headers["Content-Type"])
    let body = HTTPRequest(url: "", body: Array((start.body ?? "").utf8))
    #expect(hello.json == body.json)
  }

  /// Presigning is not ours yet; the signature that it needs is.
  @Test(arguments: ["presign.get_caller_identity/28", "presign.get_caller_identity/30"])
  func aPresignedURLsSignatureIsAsBotocoreMakesIt(name: String) throws {
    let vector = try #require(try Vector.all().first { $0.name == name })
    let url = try #require(vector.presigned_url)
    let parts = url.split(separator: "&X-Amz-Signature=")
    let request = HTTPRequest(method: "GET", url: String(parts[0]))
    let canonical = CanonicalRequest(
      method: "GET", target: request.target, headers: [HTTPHeader("Host", request.hostHeader)],
      body: [])
    let scope = SigningScope(
      day: String(vector.timestamp.prefix(8)), region: vector.region, service: "sts")
    let text = stringToSign(canonical, stamp: vector.timestamp, scope: scope)
    #expect(
      signature(text, scope: scope, secret: vector.keys.secretAccessKey) == String(parts[1]))
  }

  /// Who lists accounts is another issue's.
  static let elsewhere: Set = ["sso.list_accounts/22"]

  @Test func everyVectorIsHeldOrNamed() throws {
    let here = [
      "sso.logout/24", "sso-oidc.start_device_authorization/26", "presign.get_caller_identity/28",
      "presign.get_caller_identity/30",
    ]
    let held = Set(Self.operations.keys).union(Self.iam.keys).union(here).union(Self.elsewhere)
    let names = try Vector.all().map(\.name)
    #expect(names.count == 16)
    #expect(Set(names) == held)
  }

  private func expect(_ request: HTTPRequest, like vector: Vector) throws {
    #expect(String(decoding: request.body, as: UTF8.self) == vector.body)
    #expect(request.url + request.target == vector.url)
    #expect(request.headers.named("content-type") == vector.headers["Content-Type"])
    #expect(request.headers.named("authorization") == vector.headers["Authorization"])
  }
}

/// An operation that Switchback does not use yet, to test the signature and the form.
private struct Plain: STSOperation {
  static let action = ""
  var action: String
  var parameters: [(String, String)]

  var form: QueryForm {
    var form = QueryForm(action: action)
    for (name, value) in parameters { form.add(name, value) }
    return form
  }

  var context: RequestContext { RequestContext(.getCallerIdentity) }

  static func answer(in result: ResponseElement) throws(ResponseError) -> String { result.text }
}

private let demo = "arn:aws:iam::123456789012:role/demo"
