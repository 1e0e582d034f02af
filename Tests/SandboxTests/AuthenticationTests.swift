import AWSClient
import Foundation
import Sandbox
import Secrets
import Testing

struct AuthenticationTests {
  private var cloud = FakeAWS.sample()
  private static let invalid =
    "403 InvalidClientTokenId: The security token included in the request is invalid."

  @Test mutating func knowsTheCallerByTheSignature() {
    let reply = cloud.ask("GetCallerIdentity")
    #expect(reply.status == 200)
    #expect(reply["Arn"] == .mayaARN)
  }

  @Test mutating func asksForASignature() {
    let reply = Reply(cloud.answer(.form("GetCallerIdentity"), at: now))
    #expect(
      reply.refusal == "403 MissingAuthenticationToken: Request is missing Authentication Token")
  }

  @Test mutating func refusesAWrongSecret() {
    let keys = AWSCredentials(accessKeyID: "AKIAMAYA", secretAccessKey: Secret("wrong"))
    let reply = cloud.ask("GetCallerIdentity", as: keys)
    #expect(
      reply.refusal.hasPrefix(
        "403 SignatureDoesNotMatch: The request signature we calculated does not match"))
  }

  @Test mutating func refusesABodyThatWasChanged() {
    var request = signedRequest()
    request.body += Array("&RoleArn=x".utf8)
    #expect(Reply(cloud.answer(request, at: now))["Code"] == "SignatureDoesNotMatch")
  }

  @Test(arguments: ["host;", ";x-amz-date"])
  func refusesHeadersThatWereNotSigned(name: String) {
    var cloud = cloud
    var request = signedRequest()
    edit(&request, name, "")
    #expect(Reply(cloud.answer(request, at: now))["Message"]?.contains("'Host'") == true)
  }

  @Test mutating func refusesRequestsWithoutAHost() {
    var request = signedRequest()
    edit(&request, "host;", "")
    request.headers.removeAll { $0.name == "Host" }
    #expect(Reply(cloud.answer(request, at: now))["Message"]?.contains("'Host'") == true)
  }

  @Test mutating func refusesUnknownAccessKeys() {
    let keys = AWSCredentials(accessKeyID: "AKIANOBODY", secretAccessKey: Secret("x"))
    #expect(cloud.ask("GetCallerIdentity", as: keys).refusal == Self.invalid)
  }

  @Test mutating func refusesKeysOfAnotherPartition() {
    #expect(cloud.ask("GetCallerIdentity", region: "cn-north-1").refusal == Self.invalid)
    #expect(cloud.ask("GetCallerIdentity", as: .li).refusal == Self.invalid)
    #expect(cloud.ask("GetCallerIdentity", as: .li, region: "cn-north-1").status == 200)
  }

  @Test mutating func refusesATokenThatDoesNotBelongToTheKey() {
    let mine = cloud.assume("Admin").keys
    var other = cloud.assume("Admin").keys
    other.sessionToken = mine.sessionToken
    #expect(cloud.ask("GetCallerIdentity", as: other).refusal == Self.invalid)
    other.sessionToken = Secret("no token at all")
    #expect(cloud.ask("GetCallerIdentity", as: other).refusal == Self.invalid)
    other.sessionToken = nil
    #expect(cloud.ask("GetCallerIdentity", as: other).refusal == Self.invalid)
    var longTerm = AWSCredentials.maya
    longTerm.sessionToken = mine.sessionToken
    #expect(cloud.ask("GetCallerIdentity", as: longTerm).refusal == Self.invalid)
  }

  @Test mutating func refusesSessionsThatEnded() {
    let keys = cloud.assume("Admin", ["DurationSeconds": "900"]).keys
    #expect(cloud.ask("GetCallerIdentity", as: keys, at: now + 899).status == 200)
    #expect(
      cloud.ask("GetCallerIdentity", as: keys, at: now + 900).refusal
        == "403 ExpiredToken: The security token included in the request is expired")
  }

  @Test mutating func knowsTheSessionsOfACloudOfTheSameSeed() {
    let keys = cloud.assume("Admin").keys
    var again = FakeAWS.sample(random: 77)
    #expect(again.ask("GetCallerIdentity", as: keys).status == 200)
    var other = FakeAWS(users: cloud.users, roles: cloud.roles, seed: Secret("another"))
    #expect(other.ask("GetCallerIdentity", as: keys).refusal == Self.invalid)
  }

  @Test(arguments: [(-901.0, "expired"), (-900, ""), (900, ""), (901, "not yet current")])
  func allowsClocksAQuarterOfAnHour(skew: Double, complaint: String) {
    var cloud = cloud
    let reply = cloud.ask("GetCallerIdentity", signedAt: now + skew)
    #expect(reply.status == (complaint.isEmpty ? 200 : 403))
    #expect(reply.refusal.contains(complaint) || complaint.isEmpty)
  }

  @Test mutating func namesTheTimesOfASkewedClock() {
    #expect(
      cloud.ask("GetCallerIdentity", signedAt: now - 1800).refusal
        == "403 SignatureDoesNotMatch: Signature expired: 20260106T113000Z is now earlier than "
        + "20260106T114500Z (20260106T120000Z - 15 min.)")
    #expect(
      cloud.ask("GetCallerIdentity", signedAt: now + 1800).refusal
        == "403 SignatureDoesNotMatch: Signature not yet current: 20260106T123000Z is still later "
        + "than 20260106T121500Z (20260106T120000Z + 15 min.)")
  }

  @Test mutating func refusesOtherScopes() {
    #expect(
      cloud.ask("GetCallerIdentity", service: "iam").refusal
        == "403 SignatureDoesNotMatch: Credential should be scoped to correct service: 'sts'. ")
    #expect(
      cloud.ask("GetCallerIdentity", region: "nowhere").refusal
        == "403 SignatureDoesNotMatch: Credential should be scoped to a valid region. ")
  }

  @Test(arguments: [
    ("Signature=", "Nothing=", "requires 'Signature' parameter."),
    ("SignedHeaders=", "", "(missing equal-sign)"),
    ("/eu-west-1", "", "exactly 5 slash-delimited elements"),
    ("AWS4-HMAC-SHA256", "AWS3", "Unsupported AWS 'algorithm': 'AWS3'"),
    ("aws4_request", "aws5_request", "valid terminator: 'aws4_request', not 'aws5_request'"),
    ("/20260106/", "/20260105/", "'20260105' != '20260106', from '20260106T120000Z'."),
  ])
  func refusesHeadersThatAreNotWhole(old: String, new: String, complaint: String) {
    var cloud = cloud
    var request = signedRequest()
    edit(&request, old, new)
    let reply = Reply(cloud.answer(request, at: now))
    #expect(["IncompleteSignature", "SignatureDoesNotMatch"].contains(reply["Code"]))
    #expect(reply.refusal.contains(complaint))
  }

  @Test(arguments: [
    (nil, "requires existence of either a 'X-Amz-Date' or a 'Date' header."),
    ("yesterday", "Date must be in ISO-8601 'basic format'. Got 'yesterday'."),
  ])
  func refusesDatesThatAreNone(date: String?, complaint: String) {
    var cloud = cloud
    var request = signedRequest()
    request.headers.removeAll { $0.name == "X-Amz-Date" }
    if let date { request.headers.append(HTTPHeader("X-Amz-Date", date)) }
    let reply = Reply(cloud.answer(request, at: now))
    #expect(reply.refusal.hasPrefix("400 IncompleteSignature: "))
    #expect(reply.refusal.contains(complaint))
  }
}

private func signedRequest() -> HTTPRequest {
  signed(
    .form("GetCallerIdentity"), credentials: .maya, region: "eu-west-1", service: "sts", at: now)
}

private func edit(_ request: inout HTTPRequest, _ old: String, _ new: String) {
  for index in request.headers.indices where request.headers[index].name == "Authorization" {
    request.headers[index].value = request.headers[index].value
      .replacingOccurrences(of: old, with: new)
  }
}
