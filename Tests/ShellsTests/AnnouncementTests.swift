import Canvas
import Foundation
import Shells
import Testing

struct AnnouncementTests {
  private let end = Date(timeIntervalSince1970: 1_767_225_600)
  private let hourBefore = Date(timeIntervalSince1970: 1_767_222_000)
  private let berlin = TimeZone(secondsFromGMT: 3600)

  @Test func showsTheEntryAndTheEndOfTheSession() throws {
    let line = openingLine(
      .sample(expiration: end), at: hourBefore, in: try #require(berlin))
    #expect(
      line
        == "prod: Admin in 111111111111, eu-central-1, until 01:00 (1 h)")
  }

  @Test func longLivedKeysHaveNoEnd() throws {
    var identity = Identity.sample(expiration: nil)
    identity.roleName = nil
    let line = openingLine(identity, at: hourBefore, in: .gmt)
    #expect(
      line == "prod: account 111111111111, eu-central-1")
  }

  @Test func aSessionThatOthersRenewHasNoEnd() {
    var identity = Identity.sample(expiration: end)
    identity.delivery = .process(
      GeneratedProfile(name: "p", file: "f", usersConfig: "c", usersCredentials: "k"))
    let line = openingLine(identity, at: hourBefore, in: .gmt)
    #expect(line.hasSuffix("eu-central-1, renewed before it ends"))
  }

  @Test func anExpiredSessionIsShownAsExpired() {
    let later = hourBefore.addingTimeInterval(3600)
    #expect(
      openingLine(.sample(expiration: end), at: later, in: .gmt).contains(
        "already expired"))
  }

  @Test(
    arguments: [
      (0, 0, "closed after 0 s."), (59, 0, "closed after 59 s."), (60, 0, "closed after 1 min."),
      (3599, 0, "closed after 1 h."), (3900, 1, "closed after 1 h 5 min, exit status 1."),
      (-5, 129, "closed after 0 s, exit status 129."),
    ] as [(Int, Int32, String)])
  func showsTheDurationAndTheExitStatus(_ seconds: Int, _ status: Int32, _ line: String) {
    #expect(
      closingLine(
        ActiveEntryNote(.sample(depth: 2)), after: seconds, status: status, colors: .unstyled)
        == "[Production, admin (2)] \(line)")
  }

  @Test func showsThatTheSessionIsReadOnly() {
    let identity = Identity.sample(depth: 2, isReadOnly: true)
    let line = openingLine(identity, at: hourBefore, in: .gmt)
    #expect(line.hasPrefix("prod read-only (2): Admin in 111111111111"))
  }

  @Test func theNameStandsInItsColorOnLeaving() {
    let line = closingLine(ActiveEntryNote(.sample()), after: 1, status: 0, colors: .truecolor)
    #expect(
      line.hasPrefix("\u{1B}[0;48;2;209;50;18;38;2;255;255;255m Production, admin \u{1B}[0m "))
  }
}
