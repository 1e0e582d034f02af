import Foundation
import Sandbox
import Secrets
import Testing

struct OneTimeCodeTests {
  /// RFC 6238, appendix B, the SHA-1 column.
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
    (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func agreesWithTheStandard(seconds: Int, code: String) {
    let key = Array("12345678901234567890".utf8)
    #expect(oneTimeCode(key: key, step: seconds / 30, digits: 8) == code)
    let date = Date(timeIntervalSince1970: Double(seconds))
    #expect(oneTimeCode(seed: .phoneSeed, at: date) == String(code.suffix(6)))
  }

  @Test(arguments: ["gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ===="])
  func readsSeedsInLowerCaseAndPadded(seed: String) {
    #expect(oneTimeCode(seed: Secret(seed), at: now) == oneTimeCode(seed: .phoneSeed, at: now))
  }

  @Test func refusesWhatIsNotBase32() {
    #expect(oneTimeCode(seed: Secret("0189"), at: now) == nil)
  }
}
