import AWSClient
import Foundation
import STS
import Secrets
import Testing

struct AnswerTests {
  @Test func aRefusalOneLevelDeeperIsRead() throws {
    let text = """
      <ErrorResponse><Errors><Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message></Error>
      </Errors><RequestId>r</RequestId></ErrorResponse>
      """
    let refusal = try ErrorResponse(xmlResponse(text, status: 403))
    let expected = ErrorResponse(
      code: "SignatureDoesNotMatch", message: "No.", requestID: "r", httpStatus: 403)
    #expect(refusal == expected)
  }

  @Test func anAssumedRoleHasItsKeysEndAndAccount() throws {
    let role = try AssumeRole.answer(xmlResponse(assumeRoleAnswer()))
    #expect(role.credentials.accessKeyID == "ASIAEXAMPLE")
    #expect(role.credentials.secretAccessKey == Secret("s/+="))
    #expect(role.credentials.sessionToken == Secret("t<&>"))
    #expect(role.credentials.accountID == "123456789012")
    #expect(role.arn == "arn:aws:sts::123456789012:assumed-role/rr/me")
    #expect(role.assumedRoleID == "AROA:me")
    #expect(role.packedPolicySize == 6)
  }

  @Test(arguments: [
    ("2026-01-02T03:04:05Z", 1_767_323_045.0), ("2026-01-02T03:04:05.250Z", 1_767_323_045.25),
    ("2026-01-02T04:04:05+01:00", 1_767_323_045.0),
  ])
  func theEndMayHaveFractionsAndAnOffset(text: String, seconds: Double) throws {
    let role = try AssumeRole.answer(xmlResponse(assumeRoleAnswer(expiration: text)))
    let expiration = try #require(role.credentials.expiration)
    #expect(abs(expiration.timeIntervalSince1970 - seconds) < 0.001)
  }

  @Test func aCallerIsReadInAnyOrder() throws {
    let caller = try GetCallerIdentity.answer(
      xmlResponse(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <s:GetCallerIdentityResponse xmlns:s="https://sts.amazonaws.com/doc/2011-06-15/">
          <s:GetCallerIdentityResult>
            <s:UserId><![CDATA[AROA:s]]></s:UserId><s:Arn>arn:aws:iam::1:user/&#x41;</s:Arn>
            <s:Account>123456789012</s:Account>
          </s:GetCallerIdentityResult>
        </s:GetCallerIdentityResponse>
        """))
    let expected = CallerIdentity(
      account: "123456789012", arn: "arn:aws:iam::1:user/A", userID: "AROA:s")
    #expect(caller == expected)
  }

  @Test(arguments: [
    "", "no XML", "<a>", "<a></b>", "<html><body>Sign in</body>", "{\"message\":\"x\"}", "<a/><b/>",
    "<a/>b",
    "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>",
    "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", "<a>&undefined;</a>", "\u{0}<a/>",
    "<a>&#0;</a>", "<a>&#x1B;</a>", "<a>&#+65;</a>", "<a>&#;</a>", "<a b=\"<\"/>", "<a b=c/>",
    "<a>]]></a>",
    "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1",
  ])
  func whatIsNotOneXMLDocumentIsRefused(body: String) {
    #expect(throws: ResponseError.notXML) { try parseXML(Array(body.utf8)) }
  }

  @Test func anAnswerCutShortAnywhereIsRefused() {
    let body = Array(assumeRoleAnswer().utf8)
    for length in 0..<body.count {
      #expect(throws: ResponseError.self) { try parseXML(Array(body.prefix(length))) }
    }
  }

  @Test func bytesThatAreNotTextAreRefused() {
    #expect(throws: ResponseError.notXML) {
      try parseXML([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E])
    }
  }

  @Test func deepNestingIsRefusedNotACrash() {
    let deep = String(repeating: "<a>", count: 300_000)
    #expect(throws: ResponseError.notXML) { try parseXML(Array(deep.utf8)) }
    let closed =
      String(repeating: "<a>", count: 149_000) + String(repeating: "</a>", count: 149_000)
    #expect(throws: (any Error).self) { try parseXML(Array(closed.utf8)) }
  }

  @Test func moreThanAMebibyteIsRefused() {
    let body = [UInt8](repeating: 0x20, count: responseSizeLimit) + Array("<a/>".utf8)
    #expect(throws: ResponseError.tooLarge(limit: responseSizeLimit)) { try parseXML(body) }
  }

  @Test(arguments: [
    ("AccessKeyId", "ASIAEXAMPLE"), ("SecretAccessKey", "s/+="), ("SessionToken", "t&lt;&amp;&gt;"),
    ("Arn", "arn:aws:sts::123456789012:assumed-role/rr/me"),
  ])
  func aMissingPartIsNamed(name: String, value: String) {
    let body = assumeRoleAnswer().replacing("<\(name)>\(value)</\(name)>", with: "<\(name)/>")
    let error = #expect(throws: ResponseError.self) { try AssumeRole.answer(xmlResponse(body)) }
    #expect(error?.description.contains(name) == true)
  }

  @Test func anAnswerToSomethingElseIsRefused() {
    #expect(throws: ResponseError.unexpectedElement("AssumeRoleResponse")) {
      try GetCallerIdentity.answer(xmlResponse(assumeRoleAnswer()))
    }
  }

  @Test func anEndThatIsNoTimeIsRefused() {
    #expect(throws: ResponseError.invalidTime("tomorrow")) {
      try AssumeRole.answer(xmlResponse(assumeRoleAnswer(expiration: "tomorrow")))
    }
  }
}

/// Answers as AWS documents them; skipped where the test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct ResponseParsingTests {
  struct Expected: Decodable {
    struct Credentials: Decodable {
      var AccessKeyId, SecretAccessKey, SessionToken, Expiration: String
    }
    struct Error: Decodable { var Code, Message: String }
    struct Metadata: Decodable { var RequestId: String }
    var Credentials: Credentials?
    var Error: Error?
    var ResponseMetadata: Metadata
  }

  @Test func aSessionTokenIsRead() throws {
    let file = "botocore/response-parsing/responses/sts-get-session-token"
    let expected = try #require(
      try Conformance.decoded(file + ".json", as: Expected.self).Credentials)
    let keys = try GetSessionToken.answer(xmlResponse(try Conformance.text(file + ".xml")))
    #expect(keys.accessKeyID == expected.AccessKeyId)
    #expect(keys.secretAccessKey == Secret(expected.SecretAccessKey))
    #expect(keys.sessionToken == Secret(expected.SessionToken))
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let end = try style.parse(expected.Expiration)
    #expect(try #require(keys.expiration).timeIntervalSince(end).magnitude < 0.001)
    #expect(keys.accountID == nil)
  }

  @Test func aRefusalIsRead() throws {
    let file = "botocore/response-parsing/errors/sts-get-session-token"
    let expected = try Conformance.decoded(file + ".json", as: Expected.self)
    let refusal = try ErrorResponse(xmlResponse(try Conformance.text(file + ".xml"), status: 403))
    let error = try #require(expected.Error)
    #expect(
      refusal
        == ErrorResponse(
          code: error.Code, message: error.Message,
          requestID: expected.ResponseMetadata.RequestId, httpStatus: 403))
  }
}
