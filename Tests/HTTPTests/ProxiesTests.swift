import HTTP
import Secrets
import Testing

struct ProxiesTests {
  let proxies = Proxies(environment: [
    "HTTPS_PROXY": "http://proxy.example:3128", "http_proxy": "plain.example",
    "NO_PROXY": "127.0.0.1, .internal,amazonaws.com.cn",
  ])

  @Test(arguments: [
    ("https://sts.eu-west-1.amazonaws.com", "proxy.example:3128"),
    ("http://sts.example", "plain.example:80"),
    ("https://127.0.0.1:8443", nil), ("https://sts.internal", nil),
    ("https://sts.cn-north-1.amazonaws.com.cn/", nil),
    ("https://notinternal", "proxy.example:3128"),
    ("http://localhost:4566", nil), ("http://[::1]:4566", nil),
    ("http://127.1.2.3:80", nil), ("http://169.254.170.2/creds", nil),
    ("http://[fd00:ec2::23]/v1/credentials", nil), ("http://[fd00:ec2::254]", nil),
    ("http://128.0.0.1", "plain.example:80"),
  ])
  func chosenByURL(_ url: String, _ expected: String?) {
    #expect(text(proxies.route(to: url)) == expected)
  }

  @Test func lowerCaseComesFirst() {
    let proxies = Proxies(environment: ["HTTPS_PROXY": "http://a", "https_proxy": "http://b:1"])
    #expect(text(proxies.route(to: "https://c")) == "b:1")
  }

  @Test(arguments: ["https://secure.example:3128", "socks5://a", "http://user:pw@:::", "http://"])
  func whatCannotBeUsedIsNotPassedOver(_ address: String) {
    let proxies = Proxies(environment: ["HTTPS_PROXY": address])
    #expect(proxies.route(to: "https://c") == .unusable("HTTPS_PROXY"))
  }

  @Test func itsLoginIsASecret() {
    let proxies = Proxies(environment: ["HTTPS_PROXY": "http://maya:hidden@proxy:1"])
    guard case .through(let server) = proxies.route(to: "https://c") else {
      Issue.record("no proxy")
      return
    }
    #expect(server.login?.user == "maya" && server.login?.password.revealed == "hidden")
    #expect(!"\(server)".contains("hidden"))
  }

  private func text(_ way: Proxies.Route) -> String? {
    if case .through(let server) = way { "\(server.host):\(server.port)" } else { nil }
  }
}
