import Accounts

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
