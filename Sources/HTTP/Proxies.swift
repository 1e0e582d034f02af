import Text
import Foundation
package import Secrets

/// True for this machine and for what only it can reach: loopback, link-local addresses, and those at which EC2
/// and EKS hand out credentials.
private func isLocal(_ host: String) -> Bool {
  let host = host.trimmingCharacters(in: ["[", "]"])
  if let address = ipv4(host) { return address[0] == 127 || address.starts(with: [169, 254]) }
  guard let address = ipv6(host) else { return host == "localhost" }
  return address == ipv6("::1") || address.starts(with: [0xFD, 0, 0x0E, 0xC2])
}

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, lower case first.
package struct Proxies: Sendable, Equatable {
  package struct Server: Sendable, Equatable {
    package var host: String
    package var port: Int
    /// The name and the password in the proxy's URL, where it has them.
    package var login: Login?
  }

  package struct Login: Sendable, Equatable {
    package var user: String
    package var password: Secret
  }

  /// How a URL is reached.
  package enum Route: Sendable, Equatable {
    case direct
    case through(Server)
    /// The variable that names a proxy which cannot be used.
    case unusable(String)
  }

  private var httpsRoute: Route
  private var httpRoute: Route
  private var exempt: [String]

  package init(environment: [String: String]) {
    func value(_ name: String) -> String? {
      [environment[name.lowercased()], environment[name]].compactMap(\.self).first { !$0.isEmpty }
    }
    httpsRoute = Proxies.route(value("HTTPS_PROXY"), "HTTPS_PROXY")
    httpRoute = Proxies.route(
      environment["http_proxy"].flatMap { $0.isEmpty ? nil : $0 }, "http_proxy")
    exempt = (value("NO_PROXY") ?? "").lowercased().split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  /// How to reach a URL: directly where it is this machine, or what only it can reach.
  package func route(to url: String) -> Route {
    guard let parts = URLComponents(string: url), let host = parts.host?.lowercased(),
      !isLocal(host), !exempt.contains(where: { Proxies.covers($0, host) })
    else { return .direct }
    return parts.scheme == "https" ? httpsRoute : httpRoute
  }

  /// Only proxies that are spoken to in the clear are known: a name and a password must not go to another so.
  private static func route(_ text: String?, _ variable: String) -> Route {
    guard let text else { return .direct }
    return server(text).map(Route.through) ?? .unusable(variable)
  }

  private static func server(_ text: String) -> Server? {
    let parts = URLComponents(string: text.contains("://") ? text : "http://" + text)
    guard let parts, parts.scheme?.lowercased() == "http", let host = parts.host, !host.isEmpty
    else { return nil }
    let login = parts.user.map { Login(user: $0, password: Secret(parts.password ?? "")) }
    return Server(host: host, port: parts.port ?? 80, login: login)
  }

  private static func covers(_ rule: String, _ host: String) -> Bool {
    let domain = rule.hasPrefix(".") ? String(rule.dropFirst()) : rule
    return rule == "*" || host == domain || (!domain.isEmpty && host.hasSuffix("." + domain))
  }
}
