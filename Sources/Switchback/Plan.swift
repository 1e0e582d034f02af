import AWSConfig
import Accounts
import Credentials
import STS

/// How an entry's credentials are got: its chain, and where AWS is asked.
struct Plan: Sendable {
  /// The entry's name; for credentials without ENTRY the profile's, else "environment".
  var name: String
  var chain: RoleChain
  var settings: CallSettings
  var endpoint: Endpoint

  /// The plan for an entry, as `aws --profile ENTRY` would go about it; throws `ChainProblem`s and endpoint faults.
  init(
    entry: String, in configuration: Configuration, environment: [String: String], region: String?
  ) throws {
    let chain = try configuration.shared.chain(for: entry, environment: environment)
    try self.init(
      name: entry, profile: entry, chain: chain, in: configuration, environment: environment,
      region: region)
  }

  /// What the AWS CLI itself would use here.
  init(
    ambientIn configuration: Configuration, environment: [String: String], region: String?
  ) throws {
    let chain = try configuration.shared.ambientChain(environment: environment)
    try self.init(
      name: chain.profile ?? "environment", profile: chain.profile, chain: chain, in: configuration,
      environment: environment, region: region)
  }

  private init(
    name: String, profile: String?, chain: RoleChain, in configuration: Configuration,
    environment: [String: String], region: String?
  ) throws {
    self.name = name
    self.chain = chain
    settings = try configuration.shared.callSettings(
      profile: profile, service: "sts", environment: environment)
    endpoint = try Plan.endpoint(settings, region: region, chain: chain)
  }

  private static func endpoint(
    _ settings: CallSettings, region: String?, chain: RoleChain
  ) throws -> Endpoint {
    // Where no region is named anywhere, the role's partition has a default one (design, section 6).
    let partition = chain.hops.last.flatMap { try? ARN(role: $0.roleARN) }?.partition
    let fallback = partition.flatMap(Partition.init(named:)) ?? .aws
    return try Endpoint.sts(
      region: region ?? settings.region ?? fallback.defaultRegion, fips: settings.useFIPS,
      dualStack: settings.useDualStack, configured: settings.endpointURL)
  }

  /// Calls tried for each request, the first included; the AWS CLI's standard mode has three.
  var attempts: Int { settings.maxAttempts ?? 3 }

  /// The credentials on their way, before the first call.
  func obtaining() throws -> Obtaining {
    try Obtaining(entry: name, chain: chain, endpoint: endpoint, attempts: attempts)
  }
}
