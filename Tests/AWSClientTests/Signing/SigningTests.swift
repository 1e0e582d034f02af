import AWSClient
import Foundation
import Secrets
import Testing

/// Skipped where AWS's test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct SigningSuiteTests {
  @Test func hasAllItsCases() {
    #expect(Conformance.names(in: SigningCase.folder).count == 38)
  }

  @Test(arguments: Conformance.names(in: SigningCase.folder))
  func eachStageIsAsAWSHasIt(name: String) throws {
    let suite = try SigningCase(name)
    let request = signedBySuiteRules(suite, at: try suite.date)
    let stamp = try #require(request.headers.named("X-Amz-Date"))
    let scope = SigningScope(
      day: String(stamp.prefix(8)), region: suite.context.region, service: suite.context.service)
    let canonical = CanonicalRequest(
      method: request.method, target: request.target,
      headers: request.headers.filter { $0.name != "Authorization" }, body: request.body,
      normalizesPath: suite.context.normalize)
    #expect(canonical.text == suite.canonical)
    #expect(stringToSign(canonical, stamp: stamp, scope: scope) == suite.stringToSign)
    let secret = Secret(suite.context.credentials.secret_access_key)
    #expect(signature(suite.stringToSign, scope: scope, secret: secret) == suite.signature)
  }

  @Test(arguments: Conformance.names(in: SigningCase.folder))
  func theSignedRequestIsAsAWSHasIt(name: String) throws {
    let suite = try SigningCase(name)
    var request = signedBySuiteRules(suite, at: try suite.date)
    if let token = suite.context.credentials.token, suite.context.omit_session_token == true {
      request.headers.append(HTTPHeader("X-Amz-Security-Token", token))
    }
    #expect(sorted(request.headers) == sorted(suite.signedRequest.headers))
    #expect(request.body == suite.signedRequest.body)
  }

  private func signedBySuiteRules(_ suite: SigningCase, at date: Date) -> HTTPRequest {
    var request = suite.request
    if suite.context.sign_body {
      let line = suite.canonical.split(separator: "\n").last ?? ""
      request.headers.append(HTTPHeader("x-amz-content-sha256", String(line)))
    }
    return signed(
      request, credentials: suite.keys, region: suite.context.region,
      service: suite.context.service,
      at: date, normalizesPath: suite.context.normalize)
  }

  private func sorted(_ headers: [HTTPHeader]) -> [String] {
    headers.map { "\($0.name.lowercased()): \($0.value)" }.sorted()
  }
}

struct SigningTests {
  let keys = AWSCredentials(
    accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("s+/="), sessionToken: Secret("t+/="))
  let date = Date(timeIntervalSince1970: 1_767_323_045)

  @Test func signingAgainReplacesWhatTheFirstTimeAdded() {
    let request = HTTPRequest(url: "https://sts.eu-west-1.amazonaws.com/", body: [1])
    let once = signed(request, credentials: keys, region: "eu-west-1", service: "sts", at: date)
    let twice = signed(once, credentials: keys, region: "eu-west-1", service: "sts", at: date)
    #expect(twice.headers.count == 4)
    #expect(twice == once)
  }

  @Test func headersThatProxiesChangeAreNotSigned() throws {
    let request = HTTPRequest(
      url: "https://h/", headers: [HTTPHeader("User-Agent", "a"), HTTPHeader("TE", "b")])
    let signed = signed(request, credentials: keys, region: "r", service: "sts", at: date)
    let authorization = try #require(signed.headers.named("authorization"))
    #expect(authorization.contains("SignedHeaders=host;x-amz-date;x-amz-security-token,"))
    #expect(authorization.contains("Credential=AKIDEXAMPLE/20260102/r/sts/aws4_request,"))
    #expect(!authorization.contains("s+/="))
  }

  @Test(arguments: [
    ("https://h:443/p?q#f", "h", "/p?q"), ("http://h:80", "h", "/"),
    ("http://h:443/", "h:443", "/"),
    ("http://127.0.0.1:4566/a b", "127.0.0.1:4566", "/a b"), ("https://u@h?x=1", "h", "/?x=1"),
  ])
  func hostAndTargetAreTakenFromTheURL(url: String, host: String, target: String) {
    #expect(HTTPRequest(url: url).hostHeader == host)
    #expect(HTTPRequest(url: url).target == target)
  }

  @Test func timesAreWrittenInUTC() {
    #expect(signingStamp(date) == "20260102T030405Z")
  }
}
