import AWSConfig
import Accounts
import Canvas
import Credentials
import STS
import Testing

@testable import Switchback

struct TargetTests {
  private let configuration = Configuration.read(
    in: .stub(files: [
      "/home/maya/.aws/config": """
      [profile base]
      aws_access_key_id = AKIA
      aws_secret_access_key = s
      region = eu-west-1
      """,
      "/home/maya/.config/switchback/config.yaml": """
      rules:
        - match: "*Production*"
          confirm: true
      """,
    ]))

  @Test func anEntryByItsName() throws {
    #expect(try Target("base", source: nil, in: configuration).entry.name == "base")
    #expect(throws: UnknownEntry.self) { try Target("nobody", source: nil, in: configuration) }
  }

  @Test func aRoleByItsARNFromAnEntry() throws {
    let arn = "arn:aws:iam::111122223333:role/Admin"
    let target = try Target(arn, source: "base", in: configuration)
    #expect(target.entry.label.displayName == "Admin in 111122223333")
    let plan = try target.plan(Choice(), in: configuration, [:])
    #expect(plan.chain.hops.map(\.roleARN) == [arn])
    #expect(plan.chain.base.profile == "base")
    #expect(plan.services.sts.url == "https://sts.eu-west-1.amazonaws.com")
  }

  @Test func aConsoleLinkGivesItsLabelAndTheRulesCount() throws {
    let link =
      "https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=ops%2FAdmin"
      + "&displayName=Production&color=F2B0A9"
    let target = try Target(link, source: "base", in: configuration)
    #expect(target.entry.roleARN == "arn:aws:iam::111122223333:role/ops/Admin")
    #expect(target.entry.label.displayName == "Production")
    #expect(target.entry.label.color.hex == "#f2b0a9")
    #expect(target.entry.label.confirm)
  }

  @Test func aSourceGoesWithARoleOnly() {
    #expect(throws: Failure.self) { try Target("base", source: "base", in: configuration) }
  }
}
