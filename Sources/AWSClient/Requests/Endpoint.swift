import Accounts
import Text

/// Where a service is asked, and the region that a request to it is signed for.
package struct Endpoint: Sendable, Hashable {
  /// An absolute URL, its path kept as configured.
  package let url: String
  package let signingRegion: String

  package init(url: String, signingRegion: String) {
    self.url = url
    self.signingRegion = signingRegion
  }
}

extension Endpoint {
  /// The endpoint of STS, by the rules that AWS's tools share; throws where there can be none.
  ///
  /// A configured URL is used as it is, and signed for the region, or for us-east-1 without one.
  package static func sts(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured) { place in
      place.isDefault && region == "aws-global" ? "sts.amazonaws.com" : place.host("sts")
    }
  }

  /// The endpoint of Identity Center's portal, by the same rules; a configured URL keeps its path as prefix.
  package static func sso(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured) { $0.host("portal.sso") }
  }

  /// The endpoint of Identity Center's logins, by the same rules; a configured URL keeps its path as prefix.
  package static func oidc(
    region: String?, fips: Bool = false, dualStack: Bool = false, configured: String? = nil
  ) throws(EndpointError) -> Endpoint {
    try chosen(region, fips: fips, dualStack: dualStack, configured) { $0.host("oidc") }
  }

  /// The endpoint of console sign-in, by the same rules; a configured URL keeps its path as prefix.
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

/// A region and the two switches that choose among its hosts.
struct RegionalHosts {
  let region: String
  let fips: Bool
  let dualStack: Bool

  private var partition: Partition { Partition(ofRegion: region) }
  var isDefault: Bool { !fips && !dualStack }

  /// The host of a service; in GovCloud the plain hosts are the FIPS ones, except over dual stack.
  func host(_ service: String) -> String {
    let isNamedPlain = !fips || (partition.name == "aws-us-gov" && !dualStack)
    return host(service, isNamedPlain: isNamedPlain)
  }

  /// The host of console sign-in, which three partitions put under the console's own domain.
  var signInHost: String {
    if isDefault, let domain = consoleDomains[partition.name] { return "\(region).\(domain)" }
    return host("signin", isNamedPlain: !fips)
  }

  private func host(_ service: String, isNamedPlain: Bool) -> String {
    let suffix = dualStack ? partition.dualStackDNSSuffix : partition.dnsSuffix
    return "\(service)\(isNamedPlain ? "" : "-fips").\(region).\(suffix)"
  }
}

private let consoleDomains = [
  "aws": "signin.aws.amazon.com", "aws-cn": "signin.amazonaws.cn",
  "aws-us-gov": "signin.amazonaws-us-gov.com",
]

/// Why there is no endpoint to ask.
package enum EndpointError: Error, Sendable, Hashable {
  case noRegion
  case badRegion(String)
  case badURL(String)
  /// A configured URL together with the setting that asks AWS for another host.
  case custom(String, with: String)
}

extension EndpointError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRegion:
      "No region is set, so there is no address to ask AWS at; set region in the profile, or "
        + "AWS_REGION."
    case .badRegion(let region):
      "The region '\(forDisplay(maskingLongWords(region)))' cannot be part of a host name; a region looks like "
        + "eu-west-1."
    case .badURL(let url):
      "The endpoint URL '\(forDisplay(maskingUser(url)))' is not a web address; it should look like "
        + "https://sts.example.com."
    case .custom(let url, let setting):
      "The endpoint URL '\(forDisplay(maskingUser(url)))' cannot be combined with \(setting); remove one of "
        + "the two."
    }
  }
}
