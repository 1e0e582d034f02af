import AWSConfig
import Testing

/// botocore's table of configured endpoint URLs.
///
/// Where its client is given a URL in code, Switchback has no counterpart: those 19 cases are
/// passed over. The others hold for its own two services and, by their names, for each that we
/// call.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct EndpointURLTests {
  struct File: Decodable {
    var testSuites: [Suite]
  }

  struct Suite: Decodable {
    struct Test: Decodable {
      struct Output: Decodable {
        var endpointUrl: String
      }

      var name: String
      var profile: String
      var client_config: String
      var environment: String
      var service: String
      var output: Output
    }

    var profiles: [String: [String: String]]
    var services: [String: [String: [String: String]]]
    var environments: [String: [String: String]]
    var endpointUrlTests: [Test]
  }

  @Test func everyURLIsFoundWhereItIsConfigured() throws {
    let file: File = try Conformance.decoded("botocore/configured-endpoint-urls/profile-tests.json")
    let suite = try #require(file.testSuites.first)
    #expect(suite.endpointUrlTests.count == 39)
    let ours = suite.endpointUrlTests.filter {
      ["default", "ignore_configured_endpoint_urls"].contains($0.client_config)
    }
    #expect(ours.count == 20)
    for test in ours {
      for service in [test.service, "sts", "sso", "sso_oidc", "signin", "iam", "organizations"] {
        try check(test, of: suite, calling: service)
      }
    }
  }

  private func check(_ test: Suite.Test, of suite: Suite, calling service: String) throws {
    let named = { (text: String) in
      text.replacing("_" + test.service.uppercased(), with: "_" + service.uppercased())
    }
    var environment = Dictionary(
      uniqueKeysWithValues: try #require(suite.environments[test.environment]).map {
        (named($0), $1)
      })
    if test.client_config != "default" {
      environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true"
    }
    let text = suite.text.replacing("\(test.service) =", with: "\(service) =")
    let settings = try SharedConfig(text).callSettings(
      profile: test.profile, service: service, environment: environment)
    #expect(
      settings.endpointURL ?? Self.standard(test.service) == test.output.endpointUrl,
      "\(test.name) (\(service))")
  }

  private static func standard(_ service: String) -> String {
    "https://\(service).fake-region-10.amazonaws.com"
  }
}

extension EndpointURLTests.Suite {
  fileprivate var text: String {
    let profiles = profiles.map { name, keys in
      "[profile \(name)]\n" + keys.map { "\($0) = \($1)\n" }.joined()
    }
    let services = services.map { name, services in
      "[services \(name)]\n"
        + services.map { service, keys in
          "\(service) =\n" + keys.map { "  \($0) = \($1)\n" }.joined()
        }.joined()
    }
    return (profiles + services).joined()
  }
}
