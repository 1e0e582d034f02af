import Testing

@testable import Switchback

struct BrowsersTests {
  @Test(
    arguments: [
      ([:], []), (["DISPLAY": ":0"], ["xdg-open"]), (["WAYLAND_DISPLAY": "w"], ["xdg-open"]),
      (["DISPLAY": ""], []), (["BROWSER": "firefox:w3m"], ["firefox", "w3m"]),
      (["BROWSER": "firefox", "DISPLAY": ":0"], ["firefox", "xdg-open"]),
      (["BROWSER": "none", "DISPLAY": ":0"], []),
    ] as [([String: String], [String])])
  func theUsersChoiceFirst(_ environment: [String: String], _ expected: [String]) {
    #expect(browsers(environment) == expected)
  }
}
