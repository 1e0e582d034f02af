import AWSClient
import Secrets
import Services
import Testing

struct EndpointTests {
  @Test func theConfiguredURLIsKeptAndSignedForTheRegion() throws {
    let url = "http://127.0.0.1:4566/sts/"
    let endpoint = try Endpoint.sts(region: "eu-west-1", configured: url)
    #expect(endpoint == Endpoint(url: url, signingRegion: "eu-west-1"))
    let unplaced = try Endpoint.sts(region: nil, configured: url)
    #expect(unplaced.signingRegion == "us-east-1")
  }

  @Test(arguments: [
    "us east", "a.b", "x/../y", "", "-a", "a@b", "ü", String(repeating: "a", count: 64),
  ])
  func aRegionThatIsNoHostLabelIsRefused(region: String) {
    #expect(throws: EndpointError.badRegion(region)) { try Endpoint.sts(region: region) }
  }

  @Test(arguments: [
    "sts.example.com", "ftp://h", "https://", "https://a b", "https:///x", "http://h\n",
  ])
  func aConfiguredURLMustBeAWebAddress(url: String) {
    #expect(throws: EndpointError.badURL(url)) {
      try Endpoint.sts(region: "eu-west-1", configured: url)
    }
  }

  @Test func aConfiguredURLKeepsItsPathAsPrefix() throws {
    let url = "http://127.0.0.1:4566/pretend/"
    let logout = Logout(accessToken: Secret("t"))
    let portal = try Endpoint.sso(region: "eu-west-1", configured: url)
    #expect(logout.request(to: portal, at: FakeSTS.now).url == url + "logout")
    let register = RegisterClient(clientName: "n")
    let oidc = try Endpoint.oidc(region: "eu-west-1", configured: url)
    #expect(register.request(to: oidc, at: FakeSTS.now).url == url + "client/register")
  }

  @Test(arguments: [true, false]) func aConfiguredURLGoesWithNoSwitch(fips: Bool) {
    let setting = fips ? "use_fips_endpoint" : "use_dualstack_endpoint"
    #expect(throws: EndpointError.custom("https://h", with: setting)) {
      try Endpoint.signIn(
        region: "eu-west-1", fips: fips, dualStack: !fips, configured: "https://h")
    }
  }

  @Test func faultsAreSentencesWithoutControlCharacters() {
    let faults: [EndpointError] = [
      .noRegion, .badRegion("\u{1B}[31m"), .badURL("x"),
      .custom("https://h", with: "use_fips_endpoint"),
    ]
    for fault in faults.map(\.description) {
      #expect(fault.hasSuffix("."))
      #expect(!fault.contains("\u{1B}"))
    }
  }

  @Test func aPasswordInAnAddressIsNotShown() {
    let fault = EndpointError.badURL("http://user:hunter2@ bad")
    #expect(!"\(fault)".contains("hunter2") && !"\(fault)".contains("user"))
    #expect("\(fault)".contains("http://••••@ bad"))
  }
}
