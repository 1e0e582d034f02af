import Testing
@testable import Switchback

struct BrowsersTests {
  @Test(
    arguments: [
      ([:], []), (["DISPLAY": ":0"], ["xdg-open"]), (["WAYLAND_DISPLAY": "w"], ["xdg-open"]),
      (["DISPLAY": ""], []), (["BROWSER": "firefox:w3m"], ["firefox", "w3m"]),
      (["BROWSER": "firefox", "DISPLAY": ":0"], ["firefox", "xdg-open"]),
      (["BROWSER": "none", "DISPLAY": ":0"], []), (["BROWSER": "'firefox::w3m"], ["w3m"]),
    ] as [([String: String], [String])])
  func theUsersChoiceFirst(_ environment: [String: String], _ expected: [String]) {
    #expect(browsers(environment).map(\.program) == expected)
  }

  /// `webbrowser.get` of Python 3.13; an address is no code, and is no word but its own.
  @Test(
    arguments: [
      ("firefox", ["firefox", "URL"]), ("firefox %s", ["firefox", "URL"]),
      ("firefox --new-tab", ["firefox", "--new-tab", "URL"]),
      (
        "'/opt/my browser/run' -P 'aws work' --url=%s &",
        ["/opt/my browser/run", "-P", "aws work", "--url=URL"]
      ),
      ("sh -c 'echo %s'", ["sh", "-c", "echo URL"]),
    ])
  func aCommandWithArguments(_ command: String, _ expected: [String]) throws {
    let browser = try #require(Browser(command))
    let url = "https://a.example/?b=%s&c=$(id)"
    #expect(
      [browser.program] + browser.arguments(for: url)
        == expected.map { $0.replacing("URL", with: url) })
  }
}
