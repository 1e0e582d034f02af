import AWSClient
import Secrets
import Services
import Testing

/// Times that no service sends, which would crash code that calculates with them.
struct HostileTimeTests {
  @Test(arguments: [
    "-1", "315360001", "9223372036854775807", "-9223372036854775808", "1e300", "1.5",
  ])
  func ofALoginIsNone(seconds: String) {
    let token = CreateToken(
      clientID: "c", clientSecret: Secret("s"), grant: .refreshToken(Secret("r")))
    expectFault("expiresIn") {
      try token.answer(
        jsonResponse(#"{"accessToken":"at","expiresIn":\#(seconds)}"#), at: FakeSTS.now)
    }
    expectFault("expiresIn") {
      try OIDCTests.device.answer(device(expiresIn: seconds), at: FakeSTS.now)
    }
    let renewal = CreateOAuth2Token(
      clientID: "c", refreshToken: Secret("r"), dpopKey: Secret("k"))
    expectFault("expiresIn") {
      try renewal.answer(
        jsonResponse(
          """
          {"accessToken":{"accessKeyId":"A","secretAccessKey":"s","sessionToken":"t"},
           "expiresIn":\(seconds),"refreshToken":"rt2"}
          """), at: FakeSTS.now)
    }
  }

  @Test(arguments: ["0", "315360000"])
  func upToTenYearsIsOne(seconds: String) throws {
    let device = try OIDCTests.device.answer(device(expiresIn: seconds), at: FakeSTS.now)
    #expect(String(device.expiresIn) == seconds)
  }

  @Test(arguments: ["0", "-5", "601", "9223372036854775807"])
  func betweenTwoQuestionsIsNone(seconds: String) {
    expectFault("interval") {
      try OIDCTests.device.answer(device(expiresIn: "600", interval: seconds), at: FakeSTS.now)
    }
  }

  @Test(arguments: ["-1", "253402300800", "9223372036854775807"])
  func ofAClientsEndIsNone(end: String) {
    let answer = #"{"clientId":"c","clientSecret":"s","clientSecretExpiresAt":\#(end)}"#
    expectFault("clientSecretExpiresAt") {
      try RegisterClient(clientName: "n").answer(jsonResponse(answer), at: FakeSTS.now)
    }
  }

  private func device(expiresIn: String, interval: String = "5") -> HTTPResponse {
    jsonResponse(
      """
      {"deviceCode":"dc","userCode":"AB","verificationUri":"https://d/","expiresIn":\(expiresIn),
       "interval":\(interval)}
      """)
  }

  private func expectFault(_ name: String, _ read: () throws -> some Any) {
    #expect(throws: ResponseError.invalidValue(name)) { _ = try read() }
  }
}
