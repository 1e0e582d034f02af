import AWSConfig
import Testing

/// The SDKs' table of metadata endpoints.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct MetadataEndpointTests {
  struct Suite: Decodable {
    struct Case: Decodable {
      struct Result: Decodable {
        var Ok: String?
      }

      var docs: String
      var env: [String: String]
      var fs: [String: String]
      var result: Result
    }

    var tests: [Case]
  }

  /// Given in code to the SDK's client: Switchback has no counterpart.
  static let givenInCode = ["explicit endpoint override", "explicit mode override"]

  @Test func everyEndpointIsTheOneThatTheSDKsAsk() throws {
    let suite: Suite = try Conformance.decoded("smithy-rs/imds-endpoint-tests.json")
    #expect(suite.tests.count == 14)
    #expect(Set(Self.givenInCode).isSubset(of: suite.tests.map(\.docs)))
    for example in suite.tests where !Self.givenInCode.contains(example.docs) {
      // With us, only a credential_source asks.
      let config = SharedConfig(
        (example.fs["config"] ?? "[default]")
          + "\ncredential_source=Ec2InstanceMetadata\n" + ChainTests.role)
      let chain = Result { try config.ambientChain(environment: example.env) }
      if let url = example.result.Ok {
        #expect(try chain.get().metadata.map { $0.endpoint + "/latest/api/token" } == url)
      } else {
        #expect(throws: ChainError.self, "\(example.docs)") { try chain.get() }
      }
    }
  }
}

extension RoleChain {
  fileprivate var metadata: MetadataSource? {
    if case .instanceMetadata(let source) = base { source } else { nil }
  }
}
