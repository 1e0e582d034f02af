package import AWSClient
package import AWSConfig
import Accounts
import STS

/// The endpoints of the services that an entry's credentials may come from.
package struct ServiceEndpoints: Sendable, Hashable {
  package var sts: Endpoint
  /// The portal of Identity Center, its OIDC service, and console sign-in; nil if no part of the
  /// chain needs them.
  package var sso: Endpoint?
  package var oidc: Endpoint?
  package var signIn: Endpoint?
  /// The maximum number of attempts for each request, the first included (`AWS_MAX_ATTEMPTS`).
  package var attempts: Int

  package init(
    sts: Endpoint, sso: Endpoint? = nil, oidc: Endpoint? = nil, signIn: Endpoint? = nil,
    attempts: Int = 3
  ) {
    self.sts = sts
    self.sso = sso
    self.oidc = oidc
    self.signIn = signIn
    self.attempts = attempts
  }
}

extension ServiceEndpoints {
  /// The STS client for a role.
  ///
  /// Without a source, the token in the request identifies the caller.
  func client(
    _ source: IssuedCredentials?, of chain: RoleChain? = nil, for role: String,
    _ dependencies: CredentialDependencies
  ) -> STSClient {
    var client = STSClient(
      endpoint: sts, credentials: source?.keys,
      caller: source?.arn ?? chain?.base.profile.map { "profile \($0)" },
      retries: RetryPolicy(attempts: attempts, seconds: 45), timing: dependencies.timing,
      send: dependencies.send)
    client.tell = dependencies.telling(ofRole: role)
    return client
  }
}

extension ServiceEndpoints {
  /// The client for a service that needs no signature.
  func client(
    _ endpoint: Endpoint, _ dependencies: CredentialDependencies, _ budget: TimeBudget = .long
  ) -> APIClient {
    APIClient(
      endpoint: endpoint, retries: budget.retries(self), timing: dependencies.timing,
      send: dependencies.send)
  }
}

/// How long a renewal may take.
enum TimeBudget: Sendable {
  /// Nothing else can be used.
  case long
  /// The old value is still valid. Its renewal must leave time for the calls that follow.
  case short

  init(lasts: Bool) { self = lasts ? .short : .long }

  /// How long to wait for the renewal by another process, in seconds.
  var lockSeconds: Int { self == .short ? 5 : 45 }

  func retries(_ services: ServiceEndpoints) -> RetryPolicy {
    switch self {
    case .long: RetryPolicy(attempts: services.attempts, seconds: 45)
    case .short: RetryPolicy(attempts: 1, seconds: 10)
    }
  }
}

extension Plan {
  /// The endpoints that a chain may need, by the settings of the selected profile only.
  ///
  /// Throws `EndpointError`.
  static func services(
    for chain: RoleChain, profile: String?, _ settings: CallSettings, region: String?,
    _ shared: SharedConfig, _ environment: [String: String]
  ) throws -> ServiceEndpoints {
    var services = ServiceEndpoints(
      sts: chain.asksSTS
        ? try sts(settings, region: region, chain: chain) : try .sts(region: "aws-global"),
      attempts: settings.maxAttempts ?? 3)
    switch chain.base {
    case .sso(let source):
      try services.add(source.login, profile: profile, shared, environment)
    case .login:
      let signIn = try shared.callSettings(
        profile: profile, service: "signin", environment: environment)
      services.signIn = try Endpoint.signIn(
        region: region ?? settings.region ?? Partition.aws.defaultRegion, fips: signIn.useFIPS,
        dualStack: signIn.useDualStack, configured: signIn.endpointURL)
    case .staticKeys, .environment, .webIdentity, .saml, .process, .container, .instanceMetadata:
      break
    }
    return services
  }

  static func sts(
    _ settings: CallSettings, region: String?, chain: RoleChain
  ) throws -> Endpoint {
    // If no region is configured, the default region of the role's partition is used.
    let partition = chain.roleARN.flatMap { try? ARN(role: $0) }?.partition
    let fallback = partition.flatMap(Partition.init(named:)) ?? .aws
    return try Endpoint.sts(
      region: region ?? settings.region ?? fallback.defaultRegion, fips: settings.useFIPS,
      dualStack: settings.useDualStack, configured: settings.endpointURL)
  }
}

extension ServiceEndpoints {
  /// Adds the two endpoints of Identity Center, in the login's region.
  package mutating func add(
    _ login: SSOLogin, profile: String?, _ shared: SharedConfig, _ environment: [String: String]
  ) throws {
    func settings(_ service: String) throws -> CallSettings {
      try shared.callSettings(profile: profile, service: service, environment: environment)
    }
    let (portal, clients) = (try settings("sso"), try settings("sso_oidc"))
    sso = try Endpoint.sso(
      region: login.region, fips: portal.useFIPS, dualStack: portal.useDualStack,
      configured: portal.endpointURL)
    oidc = try Endpoint.oidc(
      region: login.region, fips: clients.useFIPS, dualStack: clients.useDualStack,
      configured: clients.endpointURL)
  }
}

extension RoleChain {
  /// True if the chain calls STS.
  ///
  /// For other chains, STS's endpoint is not checked, as in the AWS CLI.
  package var asksSTS: Bool { roleARN != nil }

  /// The ARN of the chain's last role, as it is written.
  package var roleARN: String? {
    if let hop = hops.last { return hop.roleARN }
    return switch base {
    case .webIdentity(let source): source.roleARN
    case .saml(let source): source.roleARN
    case .staticKeys, .environment, .sso, .process, .login, .container, .instanceMetadata: nil
    }
  }
}
