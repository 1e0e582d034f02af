import Credentials
import Secrets
import Testing

struct LoginCallbackTests {
  @Test func aCodeWithTheRightStateIsTheLogin() {
    let answer = answer("/oauth/callback?code=a%2Bb%3D&state=s1")
    #expect(answer.callback == .code(Secret("a+b=")) && answer.page == .loggedIn)
  }

  @Test func anErrorIsToldWithItsDescription() {
    let answer = answer(
      "/oauth/callback?error=access_denied&error_description=not+for%20you&state=s1&code=c")
    #expect(
      answer.callback == .refused(error: "access_denied", description: "not for you")
        && answer.page == .refused)
  }

  @Test(arguments: [
    "?code=c", "?code=c&state=", "?code=c&state=s2", "?code=c&state=s11", "?state=s1", "",
    "?state=s1&code=", "?error=access_denied", "?code=c&State=s1", "?code=c&state=s2&state=s1",
  ])
  func whatLacksTheStateOrACodeCountsForNothing(_ query: String) {
    #expect(answer("/oauth/callback" + query).callback == nil)
    #expect(answer("/oauth/callback" + query).page == .wrongState)
  }

  @Test(arguments: [
    [], ["localhost:8080"], ["evil.test:8080"], ["127.0.0.1"], ["127.0.0.1:8081"],
    ["127.0.0.1:8080", "evil.test"],
  ])
  func anotherHostIsTurnedAway(_ hosts: [String]) {
    let answer = answer("/oauth/callback?code=c&state=s1", hosts: hosts)
    #expect(answer.callback == nil && answer.page == .wrongHost)
  }

  @Test func otherPathsAndMethodsAreTurnedAway() {
    for path in ["/", "/favicon.ico", "/oauth/callbacks?code=c&state=s1", "*"] {
      #expect(answer(path).page == .unknown)
    }
    for method in ["POST", "HEAD", "OPTIONS"] {
      #expect(answer("/oauth/callback?code=c&state=s1", method: method).page == .wrongMethod)
      #expect(answer("/oauth/callback?code=c&state=s1", method: method).callback == nil)
    }
  }

  @Test func aPageStandsAlone() {
    for page in [CallbackPage.loggedIn, .refused, .unknown, .wrongMethod, .wrongHost, .wrongState] {
      for forbidden in ["<script", "http:", "https:", "//", "src=", "href="] {
        #expect(!page.html.contains(forbidden))
      }
    }
  }

  private func answer(
    _ target: String, method: String = "GET", hosts: [String] = ["127.0.0.1:8080"]
  ) -> CallbackAnswer {
    CallbackAnswer(method: method, target: target, hosts: hosts, port: 8080, state: "s1")
  }
}
