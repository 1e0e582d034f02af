import Foundation
import STS
import Secrets
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
  ]

  @Test(arguments: operations.keys.sorted())
  func theRequestIsAsBotocoreMakesIt(name: String) throws {
    let vector = try #require(try Vector.all().first { $0.name == name })
    let operation = try #require(Self.operations[name])
    let client = STSClient(
      endpoint: try .sts(region: vector.region), keys: vector.keys,
      send: { _ in HTTPResponse(status: 500) })
    let request = client.request(operation, at: try vector.date)
    #expect(String(decoding: request.body, as: UTF8.self) == vector.body)
    #expect(request.url + request.target == vector.url)
    #expect(request.headers.named("content-type") == vector.headers["Content-Type"])
    #expect(request.headers.named("authorization") == vector.headers["Authorization"])
  }
}

private let demo = "arn:aws:iam::123456789012:role/demo"

private struct Vector: Decodable {
  struct Credentials: Decodable {
    var access_key_id: String
    var secret_access_key: String
    var session_token: String?
  }
  var name: String
  var region: String
  var credentials: Credentials
  var timestamp: String
  var url: String
  var headers: [String: String]
  var body: String

  var keys: Keys {
    Keys(
      accessKeyID: credentials.access_key_id,
      secretAccessKey: Secret(credentials.secret_access_key),
      sessionToken: credentials.session_token.map(Secret.init))
  }

  var date: Date {
    get throws {
      let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
      return try style.parse(timestamp)
    }
  }

  /// Those of STS that carry a request; presigned URLs and other services are not ours here.
  static func all() throws -> [Vector] {
    struct File: Decodable { var cases: [Either] }
    struct Either: Decodable {
      var vector: Vector?
      init(from decoder: any Decoder) { vector = try? Vector(from: decoder) }
    }
    return try Conformance.decoded("generated/sts-sso-request-vectors.json", as: File.self)
      .cases.compactMap(\.vector)
  }
}
