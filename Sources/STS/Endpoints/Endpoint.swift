import Accounts

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
  ) throws(EndpointFault) -> Endpoint {
    if let region, !isHostLabel(region) { throw .badRegion(region) }
    if let configured {
      return try custom(configured, region: region, fips: fips, dualStack: dualStack)
    }
    guard let region else { throw .noRegion }
    if region == "aws-global", !fips, !dualStack {
      return Endpoint(url: "https://sts.amazonaws.com", signingRegion: "us-east-1")
    }
    let partition = Partition(ofRegion: region)
    // In GovCloud the plain hosts are the FIPS ones, except over dual stack.
    let isPlain = !fips || (partition.name == "aws-us-gov" && !dualStack)
    let suffix = dualStack ? partition.dualStackDNSSuffix : partition.dnsSuffix
    return Endpoint(
      url: "https://\(isPlain ? "sts" : "sts-fips").\(region).\(suffix)", signingRegion: region)
  }

  private static func custom(
    _ url: String, region: String?, fips: Bool, dualStack: Bool
  ) throws(EndpointFault) -> Endpoint {
    guard isWebAddress(url) else { throw .badURL(url) }
    if fips { throw .custom(url, with: "use_fips_endpoint") }
    if dualStack { throw .custom(url, with: "use_dualstack_endpoint") }
    let isGlobal = region == nil || region == "aws-global"
    return Endpoint(url: url, signingRegion: isGlobal ? "us-east-1" : region ?? "us-east-1")
  }
}

/// A region becomes part of a host name, so that no other character can lead elsewhere.
private func isHostLabel(_ text: String) -> Bool {
  (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
    && text.unicodeScalars.allSatisfy { $0.isASCIILetterOrDigit || $0 == "-" }
}

private func isWebAddress(_ url: String) -> Bool {
  let lowered = url.lowercased()
  guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return false }
  return !HTTPRequest(url: url).hostHeader.isEmpty
    && url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
}
