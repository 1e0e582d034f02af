import Foundation
import Sandbox
import Secrets
import Testing

struct MFATests {
  private var cloud = FakeAWS.sample()
  private static let wrongCode =
    "403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code. "

  @Test mutating func opensAGuardedRoleWithACode() {
    #expect(cloud.assume("Guarded")["Code"] == "AccessDenied")
    #expect(cloud.assume("Guarded", code(at: now)).status == 200)
  }

  @Test(arguments: [(-60.0, false), (-30, true), (0, true), (30, true), (60, false)])
  func takesTheNeighbouringCodesToo(offset: Double, isTaken: Bool) {
    var cloud = cloud
    #expect((cloud.assume("Guarded", code(at: now + offset)).status == 200) == isTaken)
  }

  @Test mutating func takesEachCodeOnce() {
    #expect(cloud.assume("Guarded", code(at: now)).status == 200)
    #expect(cloud.assume("Guarded", code(at: now)).refusal == Self.wrongCode)
    #expect(cloud.assume("Guarded", code(at: now - 30)).refusal == Self.wrongCode)
    #expect(cloud.assume("Guarded", code(at: now + 30), at: now + 30).status == 200)
  }

  @Test mutating func refusesAWrongCodeEvenWhereNoneIsAskedFor() {
    let wrong = ["SerialNumber": String.phone, "TokenCode": "000000"]
    #expect(cloud.assume("Admin", wrong).refusal == Self.wrongCode)
  }

  @Test mutating func asksForBothHalves() {
    for half in code(at: now) {
      #expect(
        cloud.assume("Guarded", [half.key: half.value]).refusal
          == "403 AccessDenied: MultiFactorAuthentication failed, must provide both MFA serial "
          + "number and one time pass code.")
    }
  }

  @Test mutating func checksTheOwnerOfADevice() {
    let complaint = "unable to validate MFA code.  Please verify your MFA serial number is valid"
    let session = cloud.assume("Admin").keys
    for keys in [AWSCredentials.sam, session] {
      #expect(cloud.assume("Anyone", as: keys, code(at: now)).refusal.contains(complaint))
    }
    let other = code(at: now).merging(["SerialNumber": "arn:aws:iam::111122223333:mfa/other"]) {
      $1
    }
    #expect(cloud.assume("Guarded", other).refusal.contains(complaint))
  }

  @Test mutating func remembersTheCodeInASessionOfTheUser() {
    let plain = cloud.ask("GetSessionToken").keys
    #expect(cloud.assume("Guarded", as: plain)["Code"] == "AccessDenied")
    let strong = cloud.ask("GetSessionToken", code(at: now)).keys
    #expect(cloud.assume("Guarded", as: strong).status == 200)
  }

  private func code(at date: Date) -> [String: String] {
    ["SerialNumber": .phone, "TokenCode": oneTimeCode(seed: .phoneSeed, at: date) ?? ""]
  }
}
