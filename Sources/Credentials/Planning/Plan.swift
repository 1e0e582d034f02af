package import AWSConfig
package import Accounts

/// How credentials are obtained: the role chain, and the endpoints of AWS.
package struct Plan: Sendable {
  /// The entry's name; for credentials without ENTRY the profile's name, else "environment".
  package var name: String
  package var chain: RoleChain
  package var settings: CallSettings
  package var services: ServiceEndpoints
  /// The problems with values in the files.
  package var valueErrors: [PlacedValueError] = []
  /// The error of the region for STS, if it does not exist.
  package var regionError: RegionError?
  /// `share_with_aws_cli`.
  package var sharesRoles: Bool
  /// True if the options or the entry ask for read-only access.
  package var isReadOnly: Bool

  /// The plan for an entry, like that of `aws --profile ENTRY`.
  ///
  /// Throws `ChainError`, `SessionOptionsError` and `EndpointError`.
  package init(
    entry: Entry, options: SessionOptions, in configuration: Configuration,
    environment: [String: String]
  ) throws {
    let chain = try configuration.shared.chain(for: entry.name, environment: environment)
    try self.init(
      name: entry.name, profile: entry.name, chain: chain,
      options: options.readOnly(entry.label.readOnly), in: configuration,
      environment: environment)
  }

  /// The plan for the credentials that the AWS CLI would use in this environment.
  package init(
    ambientIn configuration: Configuration, options: SessionOptions, environment: [String: String]
  ) throws {
    let configuration = configuration.asTheCLIReads
    let chain = try configuration.shared.ambientChain(environment: environment)
    try self.init(
      name: chain.profile ?? "environment", profile: chain.profile, chain: chain, options: options,
      in: configuration, environment: environment)
  }

  /// The plan for a role without a profile, assumed with an entry's credentials, or with those that
  /// the AWS CLI would use in this environment.
  init(
    role: Entry, from source: Entry?, options: SessionOptions, in configuration: Configuration,
    environment: [String: String]
  ) throws {
    var chain =
      if let source {
        try configuration.shared.chain(for: source.name, environment: environment)
      } else {
        try configuration.asTheCLIReads.shared.ambientChain(environment: environment)
      }
    chain.hops.append(RoleHop(profile: role.name, roleARN: role.roleARN ?? ""))
    try self.init(
      name: role.name, profile: source?.name ?? chain.profile, chain: chain,
      options: options.readOnly(role.label.readOnly || source?.label.readOnly == true),
      in: configuration, environment: environment)
  }

  private init(
    name: String, profile: String?, chain: RoleChain, options: SessionOptions,
    in configuration: Configuration, environment: [String: String]
  ) throws {
    let shared = configuration.shared
    self.name = name
    self.chain = try chain.applying(options)
    self.chain.sharesDevice = shared.sharesDevice(chain, environment: environment)
    settings = try shared.callSettings(
      profile: profile, service: self.chain.asksSTS ? "sts" : nil, environment: environment)
    valueErrors = shared.valueErrors(of: chain, environment: environment, limits: stsLimitErrors)
      .filter { !options.overrides($0.error) }
    regionError = RegionError(options.region, settings, self.chain)
    do {
      services = try Plan.services(
        for: self.chain, profile: profile, settings, region: options.region, shared, environment)
    } catch {
      if let regionError = RegionError(error, options.region, settings) { throw regionError }
      throw error
    }
    isReadOnly = options.isReadOnly
    sharesRoles = configuration.settings.shareWithAWSCLI
  }

  /// A plan for a chain, without settings of a profile.
  package init(name: String, chain: RoleChain, services: ServiceEndpoints) {
    (self.name, self.chain, self.services) = (name, chain, services)
    settings = CallSettings()
    sharesRoles = false
    isReadOnly = false
  }

  /// The plan with STS's endpoint, to call STS with a session that was obtained without it.
  ///
  /// Throws `ChainError` and `EndpointError` if there is no such endpoint.
  package func askingSTS(
    in configuration: Configuration, _ environment: [String: String], region: String?
  ) throws -> Plan {
    var plan = self
    plan.settings = try configuration.shared.callSettings(
      profile: chain.profile, service: "sts", environment: environment)
    plan.services.sts = try Plan.sts(plan.settings, region: region, chain: chain)
    return plan
  }
}

extension SessionOptions {
  /// True if an option replaces the invalid value of the profile.
  fileprivate func overrides(_ error: ValueError) -> Bool {
    switch error {
    case .limit(.durationSeconds, _), .notSeconds: durationSeconds != nil
    case .limit(.roleSessionName, _): sessionName != nil
    case .region(.region, _, _): region != nil
    case .limit, .region, .quoted, .account, .device, .address, .misspelt, .foreign,
      .missingInclusion:
      false
    }
  }

  /// The options, made read-only for an entry that is always read-only.
  fileprivate func readOnly(_ always: Bool) -> SessionOptions {
    var options = self
    options.isReadOnly = isReadOnly || always
    return options
  }
}
