import Credentials
import Foundation
import Testing

struct InstantTests {
  @Test(arguments: [
    ("2026-11-21T06:49:55Z", 1_795_243_795), ("2026-11-21T06:49:55UTC", 1_795_243_795),
    ("2026-11-21T06:49:55+00:00", 1_795_243_795), ("2026-11-21T08:49:55+02:00", 1_795_243_795),
    ("2026-11-21T06:49:55-0130", 1_795_249_195), ("2026-11-21 06:49:55Z", 1_795_243_795),
    ("2026-11-21T06:49:55.5Z", 1_795_243_795.5),
    ("2026-11-21T06:49:55.250000+00:00", 1_795_243_795.25),
    ("2024-02-29t00:00:00z", 1_709_164_800), ("1970-01-01T00:00:00Z", 0),
  ])
  func isRead(_ text: String, _ seconds: Double) {
    #expect(instant(text)?.timeIntervalSince1970 == seconds)
  }

  @Test(arguments: [
    "", "tomorrow", "2026-11-21", "2026-11-21T06:49:55", "2026-11-21T06:49:55.5",
    "2026-11-21T06:49:55 Z", "2026-11-21T06:49:55+2", "2026-13-21T06:49:55Z",
    "2026-11-21T25:49:55Z",
    "2026/11/21T06:49:55Z", "2026-11-21T06-49-55Z", "1893456000", "２０26-11-21T06:49:55Z",
    "2026-11-21T06:49:55ZZ", "2026-11-21tt06:49:55Z", "2026-11-21x06:49:55Z",
    "+026-11-21T06:49:55Z",
  ])
  func withoutAZoneOrAShapeIsNone(_ text: String) {
    #expect(instant(text) == nil)
  }

  @Test func isWrittenInGreenwichsTime() {
    #expect(awsTime(Date(timeIntervalSince1970: 1_795_243_795.9)) == "2026-11-21T06:49:55Z")
  }

  @Test(arguments: [
    (Double.infinity, "9999-12-31T23:59:59Z"), (253_402_300_800, "9999-12-31T23:59:59Z"),
    (9.3e18, "9999-12-31T23:59:59Z"), (-9.3e18, "1000-01-01T00:00:00Z"),
    (.nan, "1000-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
  ])
  func isWrittenWithFourDigitsOfAYearWhateverItIs(_ seconds: Double, _ text: String) {
    #expect(awsTime(Date(timeIntervalSince1970: seconds)) == text)
  }
}
