import Foundation
import Shells
import Testing

/// Numbers and times from the environment and from responses that would overflow a sum.
struct OddNumbersTests {
  @Test(arguments: [
    "9223372036854775807", "-9223372036854775808", "-1", "99999999999999999999", "x", "", "1e9",
  ])
  func invalidDepthsAreZero(text: String) {
    #expect(shellDepth(["SWITCHBACK_DEPTH": text]) == 0)
  }

  @Test func validDepthsAreRead() {
    #expect(shellDepth(["SWITCHBACK_DEPTH": "3"]) == 3)
    #expect(shellDepth([:]) == 0)
  }

  @Test(arguments: [1e300, -1e300, .infinity, .nan, 9.3e18])
  func oddTimesAreStillAnEnd(seconds: Double) {
    let identity = Identity.sample(expiration: Date(timeIntervalSince1970: seconds))
    for now in [Date(timeIntervalSince1970: 1_800_000_000), .distantPast, .distantFuture] {
      let line = openingLine(identity, at: now, in: .gmt)
      #expect(line.contains("until ") || line.contains("already expired"))
    }
  }

  @Test(arguments: [
    "9223372036854775807-01-01T00:00:00Z", "0-0-0T0:0:0Z", "1-1-1-1-1-9223372036854775807Z",
  ])
  func extremeTimesDoNotTrap(end: String) {
    let label = ActiveLabel(["SWITCHBACK_ENTRY": "prod", "AWS_CREDENTIAL_EXPIRATION": end])
    #expect(label?.text(at: 1_800_000_000).hasPrefix("prod") == true)
  }
}
