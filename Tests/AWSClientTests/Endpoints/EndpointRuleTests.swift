import AWSClient
import Testing

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

  @Test(arguments: [("sts", 69), ("sso", 40), ("sso-oidc", 40)])
  func theOfficialCasesHold(service: String, count: Int) throws {
    let cases = try Conformance.decoded(
      "botocore/endpoint-rules/\(service)/endpoint-tests-1.json", as: Official.self
    ).testCases
    #expect(cases.count == count)
    for item in cases where !isLegacy(item) {
      let parameters = item.params
      let found = endpoint(
        of: service, region: parameters?.Region, fips: parameters?.UseFIPS ?? false,
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

  /// The oracle's other services, IAM and Organizations, are not ours yet.
  @Test(arguments: [("sts", 107), ("sso", 120), ("sso-oidc", 115), ("signin", 121)])
  func everyRegionAndSwitchAgreesWithBotocore(service: String, count: Int) throws {
    let cases = try Conformance.decoded("generated/endpoints-oracle.json", as: Oracle.self).cases
      .filter { $0.service == service }
    #expect(cases.count == count)
    for item in cases {
      let found = endpoint(
        of: service, region: item.region, fips: item.fips, dualStack: item.dualstack)
      #expect(found?.url == item.expect.url, "\(item)")
    }
  }
}

/// The endpoint of a service that AWS's data names; nil where there can be none.
private func endpoint(
  of service: String, region: String?, fips: Bool, dualStack: Bool, configured: String? = nil
) -> Endpoint? {
  switch service {
  case "sts":
    try? .sts(region: region, fips: fips, dualStack: dualStack, configured: configured)
  case "sso":
    try? .sso(region: region, fips: fips, dualStack: dualStack, configured: configured)
  case "sso-oidc":
    try? .oidc(region: region, fips: fips, dualStack: dualStack, configured: configured)
  case "signin":
    try? .signIn(region: region, fips: fips, dualStack: dualStack, configured: configured)
  default: nil
  }
}
