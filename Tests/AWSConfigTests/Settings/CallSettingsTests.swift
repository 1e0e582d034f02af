import AWSConfig
import Testing

struct CallSettingsTests {
  static let config = SharedConfig(
    """
    [default]
    region = default-region
    [profile p]
    region = p-region
    use_fips_endpoint = TRUE
    use_dualstack_endpoint = yes
    ca_bundle = /ca.pem
    max_attempts = 2
    endpoint_url = https://all
    services = v
    [profile ignoring]
    endpoint_url = https://all
    ignore_configured_endpoint_urls = True
    [profile dangling]
    services = nope
    [profile plain]
    [services v]
    sts =
      endpoint_url = https://sts
    sso_oidc =
      endpoint_url =
    """)

  static let regions: [(String?, [String: String], String?)] = [
    ("p", [:], "p-region"), (nil, [:], "default-region"), ("plain", [:], nil),
    (nil, ["AWS_PROFILE": "p"], "p-region"),
    ("p", ["AWS_REGION": "a", "AWS_DEFAULT_REGION": "b"], "a"),
    ("p", ["AWS_DEFAULT_REGION": "b"], "b"), ("p", ["AWS_REGION": ""], "p-region"),
    ("p", ["AWS_REGION": "a", "AWS_DEFAULT_REGION": "a", "SWITCHBACK_ENTRY": "e"], "p-region"),
    ("plain", ["AWS_REGION": "a", "SWITCHBACK_ENTRY": "e"], nil),
  ]

  @Test(arguments: regions)
  func theRegionIsTheSelectedProfilesUnlessTheEnvironmentHasOne(
    _ profile: String?, _ environment: [String: String], _ region: String?
  ) throws {
    let settings = try Self.config.callSettings(
      profile: profile, service: "sts", environment: environment)
    #expect(settings.region == region)
  }

  static let endpoints: [(String, String, [String: String], String?)] = [
    ("p", "sts", [:], "https://sts"), ("p", "sso", [:], "https://all"),
    ("p", "sso_oidc", [:], "https://all"), ("plain", "sts", [:], nil),
    ("p", "sts", ["AWS_ENDPOINT_URL": "https://env"], "https://env"),
    (
      "p", "sso-oidc",
      ["AWS_ENDPOINT_URL_SSO_OIDC": "https://o", "AWS_ENDPOINT_URL": "https://env"], "https://o"
    ),
    ("p", "sts", ["AWS_ENDPOINT_URL_STS": "", "AWS_ENDPOINT_URL": ""], "https://sts"),
    (
      "p", "sts",
      ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "https://env"], nil
    ),
    ("ignoring", "sts", ["AWS_ENDPOINT_URL": "https://env"], nil),
    ("ignoring", "sts", ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "false"], "https://all"),
    ("dangling", "sts", ["AWS_ENDPOINT_URL": "https://env"], "https://env"),
  ]

  @Test(arguments: endpoints)
  func theNearestConfiguredEndpointWins(
    _ profile: String, _ service: String, _ environment: [String: String], _ url: String?
  ) throws {
    let settings = try Self.config.callSettings(
      profile: profile, service: service, environment: environment)
    #expect(settings.endpointURL == url)
  }

  @Test func switchesAndLimits() throws {
    var settings = try Self.config.callSettings(profile: "p", service: "sts", environment: [:])
    #expect(settings.useFIPS && !settings.useDualStack)
    #expect(settings.caBundle == "/ca.pem")
    #expect(settings.maxAttempts == 2)
    settings = try Self.config.callSettings(
      profile: "p", service: "sts",
      environment: [
        "AWS_USE_FIPS_ENDPOINT": "false", "AWS_USE_DUALSTACK_ENDPOINT": "true",
        "AWS_CA_BUNDLE": "/env.pem", "AWS_MAX_ATTEMPTS": "1",
      ])
    #expect(!settings.useFIPS && settings.useDualStack)
    #expect(settings.caBundle == "/env.pem")
    #expect(settings.maxAttempts == 1)
  }

  @Test(arguments: [("dangling", "[services nope]"), ("nobody", "'nobody'")])
  func whatDoesNotExistIsAProblem(_ profile: String, _ part: String) throws {
    let problem = try #require(throws: ChainError.self) {
      try Self.config.callSettings(profile: profile, service: "sts", environment: [:])
    }
    #expect("\(problem)".contains(part))
  }
}
