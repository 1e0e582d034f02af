import AWSClient
import HTTP
import Testing

struct LoopbackRequestTests {
  private func request(hosts: [String]) -> LoopbackRequest {
    LoopbackRequest(
      method: "GET", target: "/", headers: hosts.map { HTTPHeader("host", $0) }, localPort: 8080)
  }

  @Test func ownHostIsAccepted() {
    #expect(request(hosts: ["127.0.0.1:8080"]).isForOwnHost(allowsLocalhost: false))
    #expect(request(hosts: ["127.0.0.1:8080"]).isForOwnHost(allowsLocalhost: true))
    #expect(request(hosts: ["localhost:8080"]).isForOwnHost(allowsLocalhost: true))
    #expect(!request(hosts: ["localhost:8080"]).isForOwnHost(allowsLocalhost: false))
  }

  @Test(arguments: [
    [], ["evil.test:8080"], ["127.0.0.1"], ["127.0.0.1:8081"], ["127.0.0.1:8080", "evil.test"],
    ["127.0.0.1:8080", "127.0.0.1:8080"], ["localhost:8080", "127.0.0.1:8080"],
  ])
  func otherHostsAreRejected(_ hosts: [String]) {
    #expect(!request(hosts: hosts).isForOwnHost(allowsLocalhost: true))
  }

  @Test func comparesAllBytes() {
    #expect(isEqualInConstantTime("abc".utf8, Array("abc".utf8)))
    #expect(isEqualInConstantTime("".utf8, "".utf8))
    for other in ["", "ab", "abd", "bbc", "abcd"] {
      #expect(!isEqualInConstantTime("abc".utf8, other.utf8))
    }
  }
}
