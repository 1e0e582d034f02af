import Foundation
import Secrets

private let loopback: Set = ["127.0.0.1", "localhost", "::1", "[::1]"]

/// The proxies that the environment names: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, lower case first.
struct Proxies: Sendable, Equatable {
  struct Server: Sendable, Equatable {
    var host: String
    var port: Int
    /// The name and the password in the proxy's URL, where it has them.
    var login: Login?
  }

  struct Login: Sendable, Equatable {
    var user: String
    var password: Secret
  }

  private var secure: Server?
  private var plain: Server?
  private var exempt: [String]

  init(environment: [String: String]) {
    func value(_ name: String) -> String? {
      [environment[name.lowercased()], environment[name]].compactMap(\.self).first { !$0.isEmpty }
    }
    secure = value("HTTPS_PROXY").flatMap(Proxies.server)
    plain = environment["http_proxy"].flatMap(Proxies.server)
    exempt = (value("NO_PROXY") ?? "").lowercased().split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  /// The proxy to use for a URL; nil for a direct connection, as to this machine and to what only it can reach.
  func proxy(for url: String) -> Server? {
    guard let parts = URLComponents(string: url), let host = parts.host?.lowercased(),
      !loopback.contains(host), !host.hasPrefix("169.254."),
      !exempt.contains(where: { Proxies.covers($0, host) })
    else { return nil }
    return parts.scheme == "https" ? secure : plain
  }

  private static func server(_ text: String) -> Server? {
    let parts = URLComponents(string: text.contains("://") ? text : "http://" + text)
    guard let parts, let host = parts.host else { return nil }
    let login = parts.user.map { Login(user: $0, password: Secret(parts.password ?? "")) }
    return Server(host: host, port: parts.port ?? 80, login: login)
  }

  private static func covers(_ rule: String, _ host: String) -> Bool {
    let domain = rule.hasPrefix(".") ? String(rule.dropFirst()) : rule
    return rule == "*" || host == domain || (!domain.isEmpty && host.hasSuffix("." + domain))
  }
}
