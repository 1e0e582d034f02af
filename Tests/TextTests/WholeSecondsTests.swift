import Foundation
import Testing
import Text

/// A time without an end is still a number of seconds.
struct WholeSecondsTests {
  @Test(arguments: [1e300, .infinity, 9.3e18, 253_402_300_800]) func ofATimeTooLate(seconds: Double)
  {
    #expect(Date(timeIntervalSince1970: seconds).wholeSeconds == 253_402_300_799)
  }

  @Test(arguments: [-1e300, -.infinity, -9.3e18, .nan]) func ofATimeTooEarly(seconds: Double) {
    #expect(Date(timeIntervalSince1970: seconds).wholeSeconds == -62_135_596_800)
  }

  @Test func areRoundedDown() {
    #expect(Date(timeIntervalSince1970: 1_800_000_000.9).wholeSeconds == 1_800_000_000)
    #expect(Date(timeIntervalSince1970: -0.5).wholeSeconds == -1)
  }
}
