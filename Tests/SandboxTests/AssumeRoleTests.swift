import Foundation
import Sandbox
import Secrets
import Testing

struct AssumeRoleTests {
  private var cloud = FakeAWS.sample()

  @Test mutating func givesASessionOfTheRole() {
    let reply = cloud.assume("team/Pathed", ["RoleSessionName": "maya@laptop"])
    let session = "arn:aws:sts::222233334444:assumed-role/Pathed/maya@laptop"
    #expect(reply.status == 200)
    #expect(reply["Arn"] == session)
    #expect(reply["AssumedRoleId"]?.hasPrefix("AROA") == true)
    #expect(reply["Expiration"] == "2026-01-06T13:00:00Z")
    #expect(reply.keys.accessKeyID.hasPrefix("ASIA") && reply.keys.accessKeyID.count == 20)
    #expect(cloud.ask("GetCallerIdentity", as: reply.keys)["Arn"] == session)
  }

  @Test(arguments: [
    ("Admin", FakeAWS.Someone.maya, true), ("Admin", .sam, false), ("Anyone", .sam, true),
    ("Anyone", .admin, false), ("Next", .admin, true), ("Next", .maya, false),
    ("Session", .admin, false), ("Session", .adminNamedOne, true), ("NoSuchRole", .maya, false),
  ])
  func goesByTheTrustPolicy(role: String, someone: FakeAWS.Someone, isTrusted: Bool) {
    var cloud = cloud
    let reply = cloud.assume(role, as: cloud.keys(of: someone))
    #expect((reply.status == 200) == isTrusted)
    #expect((reply["Code"] == "AccessDenied") == !isTrusted)
  }

  @Test mutating func namesTheCallerAndTheRoleInADenial() {
    #expect(
      cloud.assume("NoSuchRole").refusal
        == "403 AccessDenied: User: arn:aws:iam::111122223333:user/maya is not authorized to "
        + "perform: sts:AssumeRole on resource: arn:aws:iam::222233334444:role/NoSuchRole")
    let session = cloud.assume("Admin").keys
    #expect(
      cloud.assume("Admin", as: session).refusal.contains(
        "User: arn:aws:sts::222233334444:assumed-role/Admin/test is not authorized"))
  }

  @Test(arguments: [(nil, 403), ("shop:41", 403), ("shop:42", 200)])
  func comparesTheExternalID(sent: String?, status: Int) {
    var cloud = cloud
    let reply = cloud.assume("Partner", sent.map { ["ExternalId": $0] } ?? [:])
    #expect(reply.status == status)
  }

  @Test mutating func refusesRootUsers() {
    #expect(
      cloud.assume("Anyone", as: .root).refusal
        == "403 AccessDenied: Roles may not be assumed by root accounts.")
  }

  @Test(arguments: [(7200, ""), (7201, "MaxSessionDuration set for this role")])
  func capsTheDurationAtTheRoles(seconds: Int, complaint: String) {
    var cloud = cloud
    let reply = cloud.assume("Admin", ["DurationSeconds": "\(seconds)"])
    #expect(reply.status == (complaint.isEmpty ? 200 : 400))
    #expect(reply.refusal.contains(complaint) || complaint.isEmpty)
  }

  @Test mutating func capsChainedSessionsAtAnHour() {
    let admin = cloud.assume("Admin").keys
    #expect(cloud.assume("Next", as: admin, ["DurationSeconds": "3600"]).status == 200)
    let limit =
      "400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit "
      + "for roles assumed by role chaining."
    #expect(cloud.assume("Next", as: admin, ["DurationSeconds": "3601"]).refusal == limit)
    let own = cloud.ask("GetSessionToken").keys
    #expect(cloud.assume("Admin", as: own, ["DurationSeconds": "7200"]).refusal == limit)
  }

  @Test mutating func takesPolicies() {
    let reply = cloud.assume(
      "Admin",
      [
        "Policy": #"{"Version":"2012-10-17","Statement":[]}"#,
        "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
      ])
    #expect(reply["PackedPolicySize"] == "1")
    #expect(cloud.assume("Admin")["PackedPolicySize"] == nil)
    #expect(
      cloud.assume("Admin", ["Policy": "{"]).refusal
        == "400 MalformedPolicyDocument: This policy contains invalid Json")
  }

  @Test mutating func givesTheSameAnswersForTheSameRandomness() {
    var again = FakeAWS.sample()
    #expect(cloud.assume("Admin").text == again.assume("Admin").text)
    #expect(cloud.assume("Admin").keys != cloud.assume("Admin").keys)
  }
}

extension FakeAWS {
  enum Someone: Sendable {
    case maya, sam, admin, adminNamedOne
  }

  mutating func keys(of someone: Someone) -> AWSCredentials {
    switch someone {
    case .maya: .maya
    case .sam: .sam
    case .admin: assume("Admin").keys
    case .adminNamedOne: assume("Admin", ["RoleSessionName": "one"]).keys
    }
  }
}
