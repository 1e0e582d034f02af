import Sandbox
import Testing

struct SessionTagsTests {
  private var cloud = FakeAWS.sample()
  private let team = ["Tags.member.1.Key": "Team", "Tags.member.1.Value": "Books + more"]
  private let transitive = ["TransitiveTagKeys.member.1": "team"]

  @Test mutating func mustBeAllowedByTheTrustPolicy() {
    #expect(cloud.assume("Tagged", team).status == 200)
    #expect(
      cloud.assume("Admin", team).refusal
        == "403 AccessDenied: User: arn:aws:iam::111122223333:user/maya is not authorized to "
        + "perform: sts:TagSession on resource: arn:aws:iam::222233334444:role/Admin")
  }

  @Test mutating func goDownTheChainWhereTheyAreTransitive() {
    let plain = cloud.assume("Tagged", team).keys
    #expect(cloud.assume("Untagged", as: plain).status == 200)
    let passedOn = cloud.assume("Tagged", team.merging(transitive) { $1 }).keys
    #expect(cloud.assume("Untagged", as: passedOn).refusal.contains("sts:TagSession"))
    #expect(cloud.assume("Tagged", as: passedOn, team)["Code"] == "InvalidParameterValue")
  }

  @Test mutating func areCheckedThemselves() {
    let twice = team.merging(["Tags.member.2.Key": "TEAM"]) { $1 }
    #expect(cloud.assume("Tagged", twice).refusal.contains("Duplicate tag keys found."))
    #expect(cloud.assume("Tagged", transitive)["Code"] == "InvalidParameterValue")
    for key in ["", "a&b"] {
      let reply = cloud.assume("Tagged", ["Tags.member.1.Key": key])
      #expect(reply.refusal.contains("'tags.1.member.key'"))
    }
    #expect(cloud.assume("Tagged", ["Tags.member.1.Key": "Équipe 5@x"]).status == 200)
  }

  @Test mutating func sourceIdentityStaysAsItIs() {
    let first = cloud.assume("Tagged", ["SourceIdentity": "maya"])
    #expect(first["SourceIdentity"] == "maya")
    #expect(cloud.assume("Tagged", as: first.keys)["SourceIdentity"] == "maya")
    #expect(
      cloud.assume("Tagged", as: first.keys, ["SourceIdentity": "sam"]).refusal
        .contains("sts:SetSourceIdentity"))
    #expect(cloud.assume("Untagged", as: first.keys).refusal.contains("sts:SetSourceIdentity"))
    #expect(cloud.assume("Tagged", ["SourceIdentity": "aws:maya"])["Code"] == "ValidationError")
  }
}
