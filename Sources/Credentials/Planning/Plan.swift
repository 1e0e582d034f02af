package import AWSConfig
package import Accounts

/// How credentials are got: the chain, and where AWS is asked.
package struct Plan: Sendable {
  /// The entry's name; for credentials without ENTRY the profile's, else "environment".
  package var name: String
  package var chain: RoleChain
  package var settings: CallSettings
  package var services: ServiceEndpoints
  /// What of the files' values is not as it should be.
  package var valueErrors: [PlacedValueError] = []
  /// The region that STS would be asked in, where that is none.
  package var region: RegionError?
  /// `share_with_aws_cli`.
  package var sharesRoles: Bool
  /// Chosen so, or so whatever was chosen.
  package var isReadOnly: Bool

  /// The plan for an entry, as `aws --profile ENTRY` would go about it.
  ///
  /// Throws `ChainError`s, `SessionOptionsError`s and endpoint faults.
  package init(
    entry: Entry, choice: SessionOptions, in configuration: Configuration,
    environment: [String: String]
  ) throws {
    let chain = try configuration.shared.chain(for: entry.name, environment: environment)
    try self.init(
      name: entry.name, profile: entry.name, chain: chain,
      choice: choice.reading(only: entry.label.readOnly), in: configuration,
      environment: environment)
  }

  /// What the AWS CLI itself would use here.
  package init(
    ambientIn configuration: Configuration, choice: SessionOptions, environment: [String: String]
  ) throws {
    let configuration = configuration.asTheCLIReads
    let chain = try configuration.shared.ambientChain(environment: environment)
    try self.init(
      name: chain.profile ?? "environment", profile: chain.profile, chain: chain, choice: choice,
      in: configuration, environment: environment)
  }

  /// A role that no profile names, assumed with an entry's credentials, or with what the AWS CLI would use here.
  init(
    role: Entry, from source: Entry?, choice: SessionOptions, in configuration: Configuration,
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
      choice: choice.reading(only: role.label.readOnly || source?.label.readOnly == true),
      in: configuration, environment: environment)
  }

  private init(
    name: String, profile: String?, chain: RoleChain, choice: SessionOptions,
    in configuration: Configuration, environment: [String: String]
  ) throws {
    let shared = configuration.shared
    self.name = name
    self.chain = try chain.applying(choice)
    self.chain.sharesDevice = shared.sharesDevice(chain, environment: environment)
    settings = try shared.callSettings(
      profile: profile, service: self.chain.asksSTS ? "sts" : nil, environment: environment)
    valueErrors = shared.valueErrors(of: chain, environment: environment, limits: stsLimitErrors)
      .filter { !choice.overrides($0.error) }
    region = RegionError(choice.region, settings, self.chain)
    do {
      services = try Plan.services(
        for: self.chain, profile: profile, settings, region: choice.region, shared, environment)
    } catch {
      if let fault = RegionError(error, choice.region, settings) { throw fault }
      throw error
    }
    isReadOnly = choice.isReadOnly
    sharesRoles = configuration.settings.shareWithAWSCLI
  }

  /// The plan with STS's own endpoint, for who asks it of a session that came about without it.
  ///
  /// Throws `ChainError` and `EndpointError` where there is none.
  package func askingSTS(
    in configuration: Configuration, _ environment: [String: String], region: String?
  ) throws -> Plan {
    var plan = self
    plan.settings = try configuration.shared.callSettings(
      profile: chain.profile, service: "sts", environment: environment)
    plan.services.sts = try Plan.sts(plan.settings, region: region, chain: chain)
    return plan
  }

  /// The credentials on their way, before the first call.
  package func request() -> CredentialRequest {
    CredentialRequest(entry: name, chain: chain, services: services)
  }
}

extension SessionOptions {
  /// True where the command line says what the profile does not say well.
  fileprivate func overrides(_ fault: ValueError) -> Bool {
    switch fault {
    case .limit(.durationSeconds, _), .notSeconds: durationSeconds != nil
    case .limit(.roleSessionName, _): sessionName != nil
    case .region(.region, _, _): region != nil
    case .limit, .region, .quoted, .account, .device, .address, .misspelt, .foreign,
      .missingInclusion:
      false
    }
  }

  /// The choice, narrowed where an entry is read-only whatever was chosen.
  fileprivate func reading(only always: Bool) -> SessionOptions {
    var choice = self
    choice.isReadOnly = isReadOnly || always
    return choice
  }
}
