import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing

private let own = "https://login.example.com/aws"

struct LoginStartAddressTests {
  @Test(arguments: [
    ("https://d-1.awsapps.com/start/", "https://d-1.awsapps.com/start", "eu-west-1"),
    (
      "https://ssoins-1.portal.us-east-2.app.aws/?x=1#/",
      "https://ssoins-1.portal.us-east-2.app.aws",
      "us-east-2"
    ),
    (
      "https://ssoins-1.ap-south-1.portal.amazonaws.com/start",
      "https://ssoins-1.ap-south-1.portal.amazonaws.com/start", "ap-south-1"
    ),
    (
      "https://ssoins-1.cn-north-1.portal.amazonaws.com.cn",
      "https://ssoins-1.cn-north-1.portal.amazonaws.com.cn", "cn-north-1"
    ),
    (
      "https://identitycenter.amazonaws.com/ssoins-1",
      "https://identitycenter.amazonaws.com/ssoins-1",
      "eu-west-1"
    ),
    ("https://d-1.awsapps.com.:443/start", "https://d-1.awsapps.com/start", "eu-west-1"),
    (
      "https://start.home.cn-north-1.app.amazonwebservices.com.cn/directory/d-1",
      "https://start.home.cn-north-1.app.amazonwebservices.com.cn/directory/d-1", "eu-west-1"
    ),
    (
      "https://identitycenter.us-gov.amazonaws.com:443/ssoins-1",
      "https://identitycenter.us-gov.amazonaws.com/ssoins-1", "eu-west-1"
    ),
    (
      "https://identitycenter.amazonaws.eu/ssoins-1",
      "https://identitycenter.amazonaws.eu/ssoins-1",
      "eu-west-1"
    ),
  ])
  func isWhatACompanysOwnLeadsTo(_ location: String, _ url: String, _ region: String) {
    #expect(
      StartAddress(location: location, from: own, region: "eu-west-1")
        == StartAddress(url: url, region: region))
  }

  @Test(arguments: [
    "http://d-1.awsapps.com/start", "https://evil.test/", "/start",
    "https://awsapps.com.evil.test/",
    "https://notawsapps.com/", "",
  ])
  func thatIsNotAWSsIsNone(_ location: String) {
    #expect(StartAddress(location: location, from: own, region: "eu-west-1") == nil)
  }

  @Test func isAskedToLogIn() async throws {
    let wire = LoginWire(answers(to: "https://ssoins-1.portal.us-east-2.app.aws/"))
    let problem = await #expect(throws: LoginError.self) { try await wire.logIn(company) }
    #expect(wire.asked.map(\.method).prefix(2) == ["HEAD", "POST"])
    #expect(
      wire.texts("/device_authorization")?["startUrl"]
        == "https://ssoins-1.portal.us-east-2.app.aws")
    let token = try wire.tokens.token(of: company)
    #expect(token?.startURL == own && token?.region == "us-east-2")
    #expect(
      problem?.description
        == "The login to 'corp' is in us-east-2, not in the configured region. Set "
        + "sso_region to us-east-2 in [sso-session corp]; you do not need to log in again.")
  }

  @Test func isThereAfterTheRegionIsCorrected() async throws {
    let wire = LoginWire(answers(to: "https://ssoins-1.portal.us-east-2.app.aws/"))
    await #expect(throws: LoginError.self) { try await wire.logIn(company) }
    var corrected = company
    corrected.region = "us-east-2"
    #expect(try wire.tokens.token(of: corrected)?.accessToken == Secret("NEW"))
    let asked = wire.asked.count
    try await wire.logIn(
      corrected, since: LoginNeededError(login: company, profile: "dev", why: ""))
    #expect(wire.asked.count == asked)
  }

  @Test(
    arguments: [
      (nil, "dev", "in profile 'dev';"), (nil, nil, "in its profile;"),
      ("corp", "dev", "in [sso-session corp];"),
    ] as [(String?, String?, String)])
  func ofAnotherRegionIsSaidToBeConfigured(_ session: String?, _ profile: String?, _ place: String)
  {
    let problem = LoginError.otherRegion(
      "us-east-2", login: "corp", session: session, profile: profile)
    #expect("\(problem)".contains("Set sso_region to us-east-2 \(place)"))
  }

  @Test func thatLeadsNowhereIsTakenAsItIs() async throws {
    let wire = LoginWire(answers(to: "https://evil.test/"))
    try await wire.logIn(company)
    #expect(wire.texts("/device_authorization")?["startUrl"] == own && wire.said.isEmpty)
  }

  private var company: SSOLogin {
    SSOLogin(session: "corp", startURL: own, region: "eu-west-1")
  }

  private func answers(to location: String) -> [String: [HTTPResponse]] {
    [
      "/aws": [HTTPResponse(status: 302, headers: [HTTPHeader("Location", location)])],
      "/client/register": [.client], "/device_authorization": [.code], "/token": [.token],
    ]
  }
}
