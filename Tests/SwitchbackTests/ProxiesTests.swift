import Testing

@testable import Switchback

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
  ])
  func chosenByURL(_ url: String, _ expected: String?) {
    #expect(proxies.proxy(for: url).map { "\($0.host):\($0.port)" } == expected)
  }

  @Test func lowerCaseComesFirst() {
    let proxies = Proxies(environment: ["HTTPS_PROXY": "http://a", "https_proxy": "http://b:1"])
    #expect(proxies.proxy(for: "https://c")?.host == "b")
  }
}
