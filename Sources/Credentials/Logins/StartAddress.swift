import AWSClient
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

extension StartAddress {
  /// The address of a login; a company's own one is followed to where it leads, one step, as the AWS CLI does.
  ///
  /// Where it leads nowhere, it is taken as it is: AWS then says what is wrong with it. Throws `CancellationError`.
  static func resolved(for login: SSOLogin, _ send: RequestSender) async throws -> StartAddress {
    let asConfigured = StartAddress(url: login.startURL, region: login.region)
    guard let url = URL(string: login.startURL), url.scheme?.lowercased() == "https",
      let host = url.host(), !isOfAWS(host: host),
      let location = try await location(behind: login.startURL, send)
    else { return asConfigured }
    return StartAddress(location: location, from: login.startURL, region: login.region)
      ?? asConfigured
  }

  /// Where a page sends its visitors.
  private static func location(behind url: String, _ send: RequestSender) async throws -> String? {
    do {
      var answer = try await send(HTTPRequest(method: "HEAD", url: url, seconds: 10))
      if [405, 501].contains(answer.status) {
        answer = try await send(HTTPRequest(method: "GET", url: url, seconds: 10))
      }
      guard [301, 302, 303, 307, 308].contains(answer.status) else { return nil }
      return answer.headers.first { $0.name.lowercased() == "location" }?.value
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      return nil
    }
  }
}
