import Foundation
import Sandbox
import Testing

struct FaultsTests {
  private var cloud = FakeAWS.office()

  @Test mutating func throttlesOneCallInSoMany() {
    cloud.faults.throttledOneIn = 3
    let replies = (0..<6).map { _ in cloud.ask("GetCallerIdentity") }
    #expect(replies.map(\.status) == [200, 200, 400, 200, 200, 400])
    #expect(replies[2].refusal == "400 Throttling: Rate exceeded")
  }

  @Test mutating func throttlesThePortalInItsOwnWords() {
    let token = cloud.login()
    cloud.faults.throttledOneIn = 1
    let reply = cloud.portal("/assignment/accounts", token: token)
    #expect(reply.jsonRefusal == "429 TooManyRequestsException: HTTP 429 Unknown Code")
  }

  @Test mutating func endsSessionsEarly() {
    cloud.faults.sessionSeconds = 2
    let reply = cloud.assume("Admin")
    #expect(reply["Expiration"] == "2026-01-06T12:00:02Z")
    #expect(cloud.ask("GetCallerIdentity", as: reply.keys, at: now + 1).status == 200)
    #expect(cloud.ask("GetCallerIdentity", as: reply.keys, at: now + 2)["Code"] == "ExpiredToken")
  }

  @Test mutating func disablesRegions() {
    cloud.faults.disabledRegions = ["eu-west-1"]
    #expect(
      cloud.ask("GetCallerIdentity").refusal
        == "403 RegionDisabledException: STS is not activated in this region for "
        + "account:111122223333. Your account administrator can activate STS in this region "
        + "using the IAM Console.")
    #expect(cloud.ask("GetCallerIdentity", region: "us-east-1").status == 200)
  }

  @Test mutating func breaksTheTrustOfAnAccount() {
    cloud.faults.untrustingAccounts = ["222233334444"]
    #expect(cloud.assume("Admin")["Code"] == "AccessDenied")
  }
}
