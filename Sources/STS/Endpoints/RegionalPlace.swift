import Accounts

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
