import AWSClient
import Credentials
import Glibc
import HTTP
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
    for page in [
      CallbackPage.loggedIn, .refused, .unknown, .wrongMethod, .wrongHost, .wrongUser, .wrongState,
    ] {
      for forbidden in ["<script", "http:", "https:", "//", "src=", "href="] {
        #expect(!page.html.contains(forbidden))
      }
    }
  }

  /// The state is in the browser's argument list.
  ///
  /// Another reader is another user, or has ended before we look.
  @Test func aConnectionIsKnownByItsUser() throws {
    let (server, client) = (try LoopbackSocket(), try LoopbackSocket())
    let port = try server.listen()
    try client.connect(to: port)
    #expect(!isForeignConnection(fromPort: client.port, toPort: port))
    #expect(isForeignConnection(fromPort: port, toPort: client.port == 1 ? 2 : 1))
    let from = client.port
    client.hangUp()
    #expect(isForeignConnection(fromPort: from, toPort: port))
  }

  private func answer(
    _ target: String, method: String = "GET", hosts: [String] = ["127.0.0.1:8080"]
  ) -> CallbackResponse {
    let request = LoopbackRequest(
      method: method, target: target, headers: hosts.map { HTTPHeader("Host", $0) }, localPort: 8080
    )
    return CallbackResponse(request, state: "s1")
  }
}

/// A socket on 127.0.0.1.
private final class LoopbackSocket {
  private var file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)

  init() throws { guard file >= 0 else { throw Unexpected() } }

  deinit { hangUp() }

  func hangUp() {
    if file >= 0 { close(file) }
    file = -1
  }

  /// Gives the port.
  func listen() throws -> Int {
    guard with(address(0), { bind(file, $0, $1) }) == 0, Glibc.listen(file, 4) == 0 else {
      throw Unexpected()
    }
    return port
  }

  func connect(to port: Int) throws {
    guard with(address(port), { Glibc.connect(file, $0, $1) }) == 0 else { throw Unexpected() }
  }

  var port: Int {
    var found = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &found) {
      _ = $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &size) }
    }
    return Int(UInt16(bigEndian: found.sin_port))
  }

  private func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private func with(
    _ address: sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
