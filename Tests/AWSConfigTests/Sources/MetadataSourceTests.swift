import AWSConfig
import Testing

/// How the metadata service is asked, by the environment and the selected profile.
struct MetadataSourceTests {
  private func source(
    _ lines: String = "", _ environment: [String: String] = [:]
  ) throws -> MetadataSource? {
    let config = SharedConfig(
      "[profile p]\nsource_profile=q\n\(ChainTests.role)\(lines)\n[profile q]\n\(ChainTests.role)"
        + "credential_source=Ec2InstanceMetadata\nmetadata_service_timeout=9\n")
    let base = try config.chain(for: "p", environment: environment).base
    if case .instanceMetadata(let source) = base { return source }
    return nil
  }

  private func expected(
    _ endpoint: String = "http://169.254.169.254", allowsVersion1: Bool = true, timeout: Int = 1,
    attempts: Int = 1
  ) -> MetadataSource {
    MetadataSource(
      profile: "q", endpoint: endpoint, allowsVersion1: allowsVersion1, timeoutSeconds: timeout,
      attempts: attempts)
  }

  @Test func theSelectedProfileDecidesAndNoOther() throws {
    #expect(try source() == expected())
    let lines = """
      ec2_metadata_service_endpoint = http://localhost:1338/
      ec2_metadata_v1_disabled = True
      metadata_service_timeout = 3
      metadata_service_num_attempts = 4
      """
    #expect(
      try source(lines)
        == expected("http://localhost:1338", allowsVersion1: false, timeout: 3, attempts: 4))
  }

  @Test func theEnvironmentDecidesFirst() throws {
    let environment = [
      "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://e", "AWS_EC2_METADATA_V1_DISABLED": "false",
      "AWS_METADATA_SERVICE_TIMEOUT": "5", "AWS_METADATA_SERVICE_NUM_ATTEMPTS": "6",
    ]
    let lines = "ec2_metadata_service_endpoint=http://p\nec2_metadata_v1_disabled=true"
    #expect(try source(lines, environment) == expected("http://e", timeout: 5, attempts: 6))
  }

  @Test(arguments: ["0", "-1", "x", "1.5", ""])
  func aNumberThatIsNoneIsOne(_ text: String) throws {
    #expect(try source("metadata_service_num_attempts=\(text)") == expected())
  }

  @Test func aNumberBeyondReasonIsSixty() throws {
    #expect(try source("metadata_service_timeout=\(Int.max)") == expected(timeout: 60))
  }

  @Test func theOlderKeyAsksForIPv6Too() throws {
    let ipv6 = expected("http://[fd00:ec2::254]")
    #expect(try source("imds_use_ipv6=true") == ipv6)
    #expect(try source("", ["AWS_IMDS_USE_IPV6": "true"]) == ipv6)
    #expect(
      try source("imds_use_ipv6=true\nec2_metadata_service_endpoint_mode=ipv4") == expected())
  }

  @Test func itCanBeSwitchedOff() throws {
    #expect(try source("", ["AWS_EC2_METADATA_DISABLED": "false"]) == expected())
    #expect(throws: ChainError.self) {
      try source("", ["AWS_EC2_METADATA_DISABLED": "true"])
    }
  }
}
