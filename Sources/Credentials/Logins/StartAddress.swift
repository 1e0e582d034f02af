import AWSClient
import AWSConfig
import Foundation

/// The address and region of Identity Center for a login.
package struct StartAddress: Sendable, Hashable {
  package let url: String
  package let region: String

  package init(url: String, region: String) {
    self.url = url
    self.region = region
  }
}

extension StartAddress {
  /// The address that a company's own address redirects to; nil if that is not an HTTPS address of
  /// AWS.
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

  /// The region in the name of an AWS host.
  private static func region(ofHost host: String) -> String? {
    let labels = host.lowercased().split(separator: ".").map(String.init)
    if labels.count == 5, labels[1] == "portal", labels[3...] == ["app", "aws"] {
      return labels[2]
    }
    let isPortal = labels.count > 4 && labels[2...].starts(with: ["portal", "amazonaws"])
    return isPortal ? labels[1] : nil
  }
}

/// True for the host of an Identity Center start page.
func isOfAWS(host: String) -> Bool {
  // A fully qualified name may end with a dot.
  let host = "." + (host.hasSuffix(".") ? host.dropLast() : host[...]).lowercased()
  return [
    ".awsapps.com", ".awsapps.cn", ".app.aws", ".portal.amazonaws.com", ".portal.amazonaws.com.cn",
    ".portal.amazonaws.eu", ".app.amazonwebservices.com.cn", ".api.amazonwebservices.eu",
    ".identitycenter.amazonaws.eu", ".identitycenter.us-gov.amazonaws.com",
    ".identitycenter.amazonaws.com", ".identitycenter.amazonaws.com.cn",
  ].contains { host.hasSuffix($0) }
}

extension StartAddress {
  /// The address of a login.
  ///
  /// One redirect of a company's own address is followed, as in the AWS CLI.
  ///
  /// Without a redirect, the address is used as it is, and AWS reports what is wrong. Throws
  /// `CancellationError`.
  static func resolved(for login: SSOLogin, _ send: RequestSender) async throws -> StartAddress {
    let asConfigured = StartAddress(url: login.startURL, region: login.region)
    guard let url = URL(string: login.startURL), url.scheme?.lowercased() == "https",
      let host = url.host(), !isOfAWS(host: host),
      let location = try await location(behind: login.startURL, send)
    else { return asConfigured }
    return StartAddress(location: location, from: login.startURL, region: login.region)
      ?? asConfigured
  }

  /// The address that a page redirects to.
  private static func location(behind url: String, _ send: RequestSender) async throws -> String? {
    do {
      var response = try await send(HTTPRequest(method: "HEAD", url: url, seconds: 10))
      if [405, 501].contains(response.status) {
        response = try await send(HTTPRequest(method: "GET", url: url, seconds: 10))
      }
      guard [301, 302, 303, 307, 308].contains(response.status) else { return nil }
      return response.headers.first { $0.name.lowercased() == "location" }?.value
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return nil
    }
  }
}
