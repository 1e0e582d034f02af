import Accounts
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
    ("2000-02-29T00:00:00Z", 951_782_400), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func isRead(_ text: String, _ seconds: Double) {
    #expect(parseISO8601(text)?.timeIntervalSince1970 == seconds)
  }

  @Test(arguments: [
    "", "tomorrow", "2026-11-21", "2026-11-21T06:49:55", "2026-11-21T06:49:55.5",
    "2026-11-21T06:49:55 Z", "2026-11-21T06:49:55+2", "2026-13-21T06:49:55Z",
    "2026-11-21T25:49:55Z",
    "2026/11/21T06:49:55Z", "2026-11-21T06-49-55Z", "1893456000", "２０26-11-21T06:49:55Z",
    "2026-11-21T06:49:55ZZ", "2026-11-21tt06:49:55Z", "2026-11-21x06:49:55Z",
    "+026-11-21T06:49:55Z", "2026-02-30T00:00:00Z", "2025-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2026-04-31T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "1969-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z", "-4712-01-01T12:00:00Z", "506713-02-07T00:00:00Z",
    "1970-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "2026-11-21T06:49:55+24:00",
    "2026-11-21T06:49:55+01:60",
  ])
  func withoutAZoneOrAShapeIsNone(_ text: String) {
    #expect(parseISO8601(text) == nil)
  }

  @Test func noFractionLeadsIntoTheNextSecond() throws {
    let end = try #require(
      parseISO8601("9999-12-31T23:59:59." + String(repeating: "9", count: 30) + "Z"))
    #expect(end.timeIntervalSince1970 < 253_402_300_800)
  }

  @Test func isWrittenInGreenwichsTime() {
    #expect(iso8601(Date(timeIntervalSince1970: 1_795_243_795.9)) == "2026-11-21T06:49:55Z")
  }

  @Test(arguments: [
    (Double.infinity, "9999-12-31T23:59:59Z"), (253_402_300_800, "9999-12-31T23:59:59Z"),
    (9.3e18, "9999-12-31T23:59:59Z"), (-9.3e18, "1000-01-01T00:00:00Z"),
    (.nan, "1000-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
  ])
  func isWrittenWithFourDigitsOfAYearWhateverItIs(_ seconds: Double, _ text: String) {
    #expect(iso8601(Date(timeIntervalSince1970: seconds)) == text)
  }
}
