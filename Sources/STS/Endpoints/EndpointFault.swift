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
      "The region '\(forDisplay(region))' cannot be part of a host name; a region looks like "
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

/// An address, its user and password masked.
private func maskingUser(_ url: String) -> String {
  guard let at = url.lastIndex(of: "@") else { return url }
  let start = url.firstRange(of: "://").map { url[..<$0.upperBound] } ?? ""
  return start + "••••" + url[at...]
}
