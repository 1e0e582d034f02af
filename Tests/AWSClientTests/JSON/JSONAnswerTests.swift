import AWSClient
import Secrets
import Services
import Testing

/// What comes from outside as JSON, by way of the portal's answers.
struct JSONAnswerTests {
  private func read(_ body: String) throws -> AWSCredentials {
    try PortalTests.operation.answer(jsonResponse(body), at: FakeSTS.now)
  }

  private static func answer(_ members: String...) -> String {
    #"{"roleCredentials":{\#(members.joined(separator: ","))}}"#
  }

  static let key = #""accessKeyId":"A""#
  static let secret = #""secretAccessKey":"s""#
  static let token = #""sessionToken":"t""#
  static let end = #""expiration":1767326645000"#

  @Test(arguments: [
    "", "null", "[]", "1", "<html>", "{", #"{"roleCredentials":"#, "{}{}", "\u{1}",
    String(repeating: "[", count: 100_000),
  ])
  func whatIsNotAnObjectIsRefused(body: String) {
    #expect(throws: ResponseError.notJSON) { try read(body) }
  }

  @Test func bytesThatAreNotTextAreRefused() {
    let response = HTTPResponse(status: 200, body: [0x7B, 0x22, 0xFF, 0x22, 0x7D])
    #expect(throws: ResponseError.self) {
      try PortalTests.operation.answer(response, at: FakeSTS.now)
    }
  }

  @Test(arguments: [
    ("{}", "roleCredentials"), (#"{"roleCredentials":[]}"#, "roleCredentials"),
    (answer(secret, token, end), "roleCredentials.accessKeyId"),
    (answer(#""accessKeyId":"""#, secret, token, end), "roleCredentials.accessKeyId"),
    (answer(#""accessKeyId":"A\nB""#, secret, token, end), "roleCredentials.accessKeyId"),
    (answer(key, #""secretAccessKey":1"#, token, end), "roleCredentials.secretAccessKey"),
    (answer(key, secret, #""sessionToken":null"#, end), "roleCredentials.sessionToken"),
    (answer(key, secret, token), "roleCredentials.expiration"),
    (answer(key, secret, token, #""expiration":"1""#), "roleCredentials.expiration"),
    (answer(key, secret, token, #""expiration":true"#), "roleCredentials.expiration"),
  ])
  func aMissingPartOrAnotherTypeIsNamed(body: String, path: String) {
    let fault = #expect(throws: ResponseError.self) { try read(body) }
    #expect(fault == .invalidValue(path))
    #expect(fault?.description.contains(path) == true)
  }

  @Test func moreThanAMebibyteIsRefused() {
    let body = String(repeating: " ", count: responseSizeLimit) + "{}"
    #expect(throws: ResponseError.tooLarge(limit: responseSizeLimit)) { try read(body) }
  }

  @Test func anAnswerCutShortAnywhereIsRefused() throws {
    let body = Self.answer(Self.key, Self.secret, Self.token, Self.end)
    #expect(try read(body).accessKeyID == "A")
    for length in 0..<body.count {
      #expect(throws: ResponseError.self) { try read(String(body.prefix(length))) }
    }
  }
}

struct JSONRefusalTests {
  struct Row: Sendable {
    var header: String?
    var body: String
    var expected: ErrorResponse?
  }

  static func refusal(
    _ code: String, _ message: String = "", oauth: String? = nil
  ) -> ErrorResponse {
    ErrorResponse(code: code, message: message, httpStatus: 400, oauthError: oauth)
  }

  static let table = [
    Row(header: "A:http://b/", body: #"{"message":"m"}"#, expected: refusal("A", "m")),
    Row(header: "aws.x#A:u", body: #"{"Message":"m"}"#, expected: refusal("A", "m")),
    Row(header: "A", body: "<html>", expected: refusal("A")),
    Row(body: #"{"__type":"com.x#A","message":"m"}"#, expected: refusal("A", "m")),
    Row(body: #"{"code":"A"}"#, expected: refusal("A")),
    Row(
      body: #"{"error":"slow_down","error_description":"m"}"#,
      expected: refusal("slow_down", "m", oauth: "slow_down")),
    Row(
      header: "SlowDownException", body: #"{"error":"slow_down","error_description":"m"}"#,
      expected: refusal("SlowDownException", "m", oauth: "slow_down")),
    Row(body: "{}", expected: nil), Row(body: "[]", expected: nil), Row(body: "", expected: nil),
    Row(body: #"{"code":5}"#, expected: nil),
  ]

  @Test(arguments: table) func theCodeIsTakenFromTheHeaderElseTheBody(row: Row) {
    let headers = row.header.map { [HTTPHeader("X-Amzn-ErrorType", $0)] } ?? []
    let response = jsonResponse(row.body, status: 400, headers: headers)
    #expect((try? CreateToken.errorResponse(response)) == row.expected)
  }
}
