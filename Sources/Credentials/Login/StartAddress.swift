import AWSConfig
import Foundation

/// Where Identity Center is asked to log somebody in.
package struct StartAddress: Sendable, Hashable {
  package let url: String
  package let region: String

  package init(url: String, region: String) {
    self.url = url
    self.region = region
  }
}

extension StartAddress {
  /// The address that a company's own one leads to; nil where that is not AWS's, over HTTPS.
  package init?(location: String, from url: String, region: String) {
    guard let base = URL(string: url),
      var parts = URL(string: location, relativeTo: base)
        .flatMap({ URLComponents(url: $0, resolvingAgainstBaseURL: true) }),
      parts.scheme?.lowercased() == "https", let host = parts.host, isOfAWS(host: host)
    else { return nil }
    while parts.host?.hasSuffix(".") == true { parts.host?.removeLast() }
    if parts.port == 443 { parts.port = nil }
    parts.query = nil
    parts.fragment = nil
    while parts.path.hasSuffix("/") { parts.path.removeLast() }
    guard let url = parts.string else { return nil }
    self.init(url: url, region: Self.region(ofHost: parts.host ?? host) ?? region)
  }

  /// The region that a host of AWS names.
  private static func region(ofHost host: String) -> String? {
    let labels = host.lowercased().split(separator: ".").map(String.init)
    if labels.count == 5, labels[1] == "portal", labels[3...] == ["app", "aws"] {
      return labels[2]
    }
    let isPortal = labels.count > 4 && labels[2...].starts(with: ["portal", "amazonaws"])
    return isPortal ? labels[1] : nil
  }
}

/// True for a host that Identity Center has start pages at.
func isOfAWS(host: String) -> Bool {
  // A name that is written in full ends with a dot.
  let host = "." + (host.hasSuffix(".") ? host.dropLast() : host[...]).lowercased()
  return [
    ".awsapps.com", ".awsapps.cn", ".app.aws", ".portal.amazonaws.com", ".portal.amazonaws.com.cn",
    ".portal.amazonaws.eu", ".app.amazonwebservices.com.cn", ".api.amazonwebservices.eu",
    ".identitycenter.amazonaws.eu", ".identitycenter.us-gov.amazonaws.com",
    ".identitycenter.amazonaws.com", ".identitycenter.amazonaws.com.cn",
  ].contains { host.hasSuffix($0) }
}
