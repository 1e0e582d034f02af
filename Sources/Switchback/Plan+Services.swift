import AWSConfig
import Accounts
import Credentials
import STS

extension Plan {
  /// The endpoints that a chain may need, by the selected profile's settings alone; throws `EndpointError`.
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
    default: break
    }
    return services
  }

  static func sts(
    _ settings: CallSettings, region: String?, chain: RoleChain
  ) throws -> Endpoint {
    // Where no region is named anywhere, the role's partition has a default one (design, section 6).
    let partition = chain.roleARN.flatMap { try? ARN(role: $0) }?.partition
    let fallback = partition.flatMap(Partition.init(named:)) ?? .aws
    return try Endpoint.sts(
      region: region ?? settings.region ?? fallback.defaultRegion, fips: settings.useFIPS,
      dualStack: settings.useDualStack, configured: settings.endpointURL)
  }
}

extension ServiceEndpoints {
  /// Adds the two endpoints of Identity Center, in the login's own region.
  mutating func add(
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
  /// True where STS has a part in it: what it would be asked at does not matter to others (AWS CLI).
  var asksSTS: Bool { roleARN != nil }

  /// The role that the chain ends in, as it is written.
  var roleARN: String? {
    if let hop = hops.last { return hop.roleARN }
    return switch base {
    case .webIdentity(let source): source.roleARN
    case .saml(let source): source.roleARN
    default: nil
    }
  }
}
