import Accounts
import Text

/// The address of a service, and the region that requests to it are signed for.
package struct Endpoint: Sendable, Hashable {
  /// An absolute URL; its path is kept as configured.
  package let url: String
  package let signingRegion: String

  package init(url: String, signingRegion: String) {
    self.url = url
    self.signingRegion = signingRegion
  }
}

extension Endpoint {
  /// The endpoint of STS, by the rules of AWS's tools.
  ///
  /// A configured URL is used as it is, and signed for the region, or for us-east-1 if there is no
  /// region. Throws if the settings do not give an endpoint.
  package static func sts(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured) { place in
      place.isDefault && region == "aws-global" ? "sts.amazonaws.com" : place.host("sts")
    }
  }

  /// The endpoint of Identity Center's portal, by the same rules.
  ///
  /// The path of a configured URL is kept as a prefix.
  package static func sso(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured) { $0.host("portal.sso") }
  }

  /// The endpoint of Identity Center's logins (OIDC), by the same rules.
  ///
  /// The path of a configured URL is kept as a prefix.
  package static func oidc(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured) { $0.host("oidc") }
  }

  /// The endpoint of console sign-in, by the same rules.
  ///
  /// The path of a configured URL is kept as a prefix.
  package static func signIn(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured, \.signInHost)
  }

  private static func chosen(
    _ region: String?, fips: Bool, dualStack: Bool, _ configured: String?,
    _ host: (RegionalHosts) -> String
  ) throws(EndpointError) -> Endpoint {
    if let region, !isHostLabel(region) { throw .badRegion(region) }
    if let configured {
      return try custom(configured, region: region, fips: fips, dualStack: dualStack)
    }
    guard let region else { throw .noRegion }
    let place = RegionalHosts(region: region, fips: fips, dualStack: dualStack)
    return Endpoint(url: "https://" + host(place), signingRegion: signedRegion(of: region))
  }

  private static func custom(
    _ url: String, region: String?, fips: Bool, dualStack: Bool
  ) throws(EndpointError) -> Endpoint {
    guard isWebAddress(url) else { throw .badURL(url) }
    if fips { throw .custom(url, with: "use_fips_endpoint") }
    if dualStack { throw .custom(url, with: "use_dualstack_endpoint") }
    return Endpoint(url: url, signingRegion: signedRegion(of: region))
  }
}

/// A region, and the two settings that select among its hosts.
struct RegionalHosts {
  let region: String
  let fips: Bool
  let dualStack: Bool

  private var partition: Partition { Partition(ofRegion: region) }
  var isDefault: Bool { !fips && !dualStack }

  /// The host of a service.
  ///
  /// In GovCloud the hosts without the suffix `-fips` are FIPS hosts, except with dual stack.
  func host(_ service: String) -> String {
    let omitsFIPSSuffix = !fips || (partition.name == "aws-us-gov" && !dualStack)
    return host(service, omitsFIPSSuffix: omitsFIPSSuffix)
  }

  /// The host of console sign-in, which is in the console's own domain in three partitions.
  var signInHost: String {
    if isDefault, let domain = consoleDomains[partition.name] { return "\(region).\(domain)" }
    return host("signin", omitsFIPSSuffix: !fips)
  }

  private func host(_ service: String, omitsFIPSSuffix: Bool) -> String {
    let suffix = dualStack ? partition.dualStackDNSSuffix : partition.dnsSuffix
    return "\(service)\(omitsFIPSSuffix ? "" : "-fips").\(region).\(suffix)"
  }
}

private let consoleDomains = [
  "aws": "signin.aws.amazon.com", "aws-cn": "signin.amazonaws.cn",
  "aws-us-gov": "signin.amazonaws-us-gov.com",
]

/// Why the settings do not give an endpoint.
package enum EndpointError: Error, Sendable, Hashable {
  case noRegion
  case badRegion(String)
  case badURL(String)
  /// A configured URL together with a setting that selects another host.
  case custom(String, with: String)
}

extension EndpointError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRegion:
      "No region is set, so there is no AWS endpoint to call; set region in the profile, or "
        + "AWS_REGION."
    case .badRegion(let region):
      "The region '\(forDisplay(maskingLongWords(region)))' cannot be part of a host name; "
        + "a region looks like eu-west-1."
    case .badURL(let url):
      "The endpoint URL '\(forDisplay(maskingUser(url)))' is not a web address; it should look "
        + "like https://sts.example.com."
    case .custom(let url, let setting):
      "The endpoint URL '\(forDisplay(maskingUser(url)))' cannot be combined with \(setting); "
        + "remove one of the two."
    }
  }
}
