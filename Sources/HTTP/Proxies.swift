import Foundation
package import Secrets
import Text

/// True for hosts that only this machine can reach.
///
/// These are loopback and link-local addresses, and the addresses at which EC2 and EKS provide
/// credentials.
private func isLocal(_ host: String) -> Bool {
  let host = host.trimmingCharacters(in: ["[", "]"])
  if let address = ipv4(host) { return address[0] == 127 || address.starts(with: [169, 254]) }
  guard let address = ipv6(host) else { return host == "localhost" }
  return address == ipv6("::1") || address.starts(with: [0xFD, 0, 0x0E, 0xC2])
}

/// The proxies in the environment: `HTTPS_PROXY`, `http_proxy` and `NO_PROXY`.
///
/// The lower-case names win. `HTTP_PROXY` in upper case is not read.
package struct Proxies: Sendable, Equatable {
  package struct Server: Sendable, Equatable {
    package var host: String
    package var port: Int
    /// The user name and the password in the proxy's URL, if it has them.
    package var login: Login?
  }

  package struct Login: Sendable, Equatable {
    package var user: String
    package var password: Secret
  }

  /// The way to a URL.
  package enum Route: Sendable, Equatable {
    case direct
    case through(Server)
    /// The name of the variable, if its proxy cannot be used.
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

  /// The way to a URL; hosts that only this machine can reach need no proxy.
  package func route(to url: String) -> Route {
    guard let parts = URLComponents(string: url), let host = parts.host?.lowercased(),
      !isLocal(host), !exempt.contains(where: { Proxies.covers($0, host) })
    else { return .direct }
    return parts.scheme == "https" ? httpsRoute : httpRoute
  }

  /// The way through a proxy with an http URL; other proxies cannot be used.
  ///
  /// The user name and password must not be sent unencrypted to a proxy with another scheme.
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
