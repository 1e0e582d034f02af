import STS
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
    #expect(throws: EndpointFault.badRegion(region)) { try Endpoint.sts(region: region) }
  }

  @Test(arguments: [
    "sts.example.com", "ftp://h", "https://", "https://a b", "https:///x", "http://h\n",
  ])
  func aConfiguredURLMustBeAWebAddress(url: String) {
    #expect(throws: EndpointFault.badURL(url)) {
      try Endpoint.sts(region: "eu-west-1", configured: url)
    }
  }

  @Test func faultsAreSentencesWithoutControlCharacters() {
    let faults: [EndpointFault] = [
      .noRegion, .badRegion("\u{1B}[31m"), .badURL("x"),
      .custom("https://h", with: "use_fips_endpoint"),
    ]
    for fault in faults.map(\.description) {
      #expect(fault.hasSuffix("."))
      #expect(!fault.contains("\u{1B}"))
    }
  }
}

/// AWS's rules and botocore's answers; skipped where the test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct EndpointRuleTests {
  struct Official: Decodable {
    var testCases: [Case]
    struct Case: Decodable {
      var documentation: String
      var params: Parameters?
      var expect: Expected
    }
    struct Parameters: Decodable {
      var Region: String?
      var Endpoint: String?
      var UseFIPS: Bool?
      var UseDualStack: Bool?
      var UseGlobalEndpoint: Bool?
    }
    struct Expected: Decodable {
      var endpoint: Found?
    }
    struct Found: Decodable {
      var url: String
      var properties: Properties?
    }
    struct Properties: Decodable {
      var authSchemes: [Scheme]?
    }
    struct Scheme: Decodable {
      var signingRegion: String?
    }
  }

  @Test func theOfficialCasesHold() throws {
    let cases = try Conformance.decoded(
      "botocore/endpoint-rules/sts/endpoint-tests-1.json", as: Official.self
    ).testCases
    #expect(cases.count == 69)
    for item in cases where !isLegacy(item) {
      let parameters = item.params
      let found = try? Endpoint.sts(
        region: parameters?.Region, fips: parameters?.UseFIPS ?? false,
        dualStack: parameters?.UseDualStack ?? false, configured: parameters?.Endpoint)
      #expect(found?.url == item.expect.endpoint?.url, "\(item.documentation)")
      if let region = item.expect.endpoint?.properties?.authSchemes?.first?.signingRegion {
        #expect(found?.signingRegion == region, "\(item.documentation)")
      }
    }
  }

  /// The AWS CLI ignores `sts_regional_endpoints = legacy`, and so do we.
  private func isLegacy(_ item: Official.Case) -> Bool {
    item.documentation.hasPrefix("UseGlobalEndpoint with legacy region `")
      && item.params?.Region != "aws-global"
  }

  struct Oracle: Decodable {
    var cases: [Case]
    struct Case: Decodable {
      var service: String
      var region: String
      var fips: Bool
      var dualstack: Bool
      var expect: Expected
    }
    struct Expected: Decodable {
      var url: String?
    }
  }

  @Test func everyRegionAndSwitchAgreesWithBotocore() throws {
    let cases = try Conformance.decoded("generated/endpoints-oracle.json", as: Oracle.self).cases
      .filter { $0.service == "sts" }
    #expect(cases.count == 107)
    for item in cases {
      let found = try? Endpoint.sts(
        region: item.region, fips: item.fips, dualStack: item.dualstack)
      #expect(found?.url == item.expect.url, "\(item)")
    }
  }
}
