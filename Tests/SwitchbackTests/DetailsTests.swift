import Accounts
import Foundation
import Picker
import Testing
import Text
@testable import Switchback

/// What the details say of real configuration.
struct DetailsTests {
  private let world = World.stub(files: [
    "/home/maya/.aws/config": """
    [profile base]
    aws_access_key_id = AKIA
    aws_secret_access_key = secret
    [profile hub]
    role_arn = arn:aws:iam::111122223333:role/Hub
    source_profile = base
    mfa_serial = arn:aws:iam::444455556666:mfa/ada
    mfa_process = pass otp
    [profile prod]
    role_arn = arn:aws-cn:iam::111122224444:role/Admin
    source_profile = hub
    external_id = x-1
    duration_seconds = 1800
    role_session_name = ada
    region = cn-north-1
    [profile portal]
    sso_session = corp
    sso_account_id = 111122225555
    sso_role_name = ReadOnly
    [sso-session corp]
    sso_region = eu-west-1
    sso_start_url = https://corp.awsapps.com/start
    [profile lost]
    role_arn = arn:aws:iam::111122223333:role/Lost
    source_profile = nobody
    """
  ])

  private func details(_ name: String, _ options: SessionOptions = SessionOptions()) -> Details {
    Details(of: name, options, world)
  }

  @Test func followTheChain() {
    let hub = Details.Step(
      .assumeRole, profile: "hub", roleARN: "arn:aws:iam::111122223333:role/Hub",
      mfaDevice: "arn:aws:iam::444455556666:mfa/ada, by mfa_process")
    let prod = Details.Step(
      .assumeRole, profile: "prod", roleARN: "arn:aws-cn:iam::111122224444:role/Admin",
      externalID: "x-1", duration: 1800, facts: [Details.Fact("Session name", "ada")])
    #expect(
      details("prod").chain
        == .steps(
          [Details.Step(.staticKeys, profile: "base"), hub, prod],
          sts: Details.STS(
            url: "https://sts.cn-north-1.amazonaws.com.cn", region: "cn-north-1")))
  }

  @Test func sayWhatWasChosenForTheLastRole() {
    var options = SessionOptions()
    options.isReadOnly = true
    options.durationSeconds = 900
    guard case .steps(let steps, _) = details("prod", options).chain else {
      Issue.record("There is no chain.")
      return
    }
    #expect(steps.last?.duration == 900)
    #expect(
      steps.last?.facts.last
        == Details.Fact("No more than", "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"))
  }

  @Test func nameTheLoginAndNoSTSWhereItIsNotAsked() {
    let portal = Details.Step(
      .sso, profile: "portal",
      facts: [
        Details.Fact("Role", "ReadOnly in 111122225555"), Details.Fact("Session", "corp"),
        Details.Fact("Start page", "https://corp.awsapps.com/start"),
      ])
    #expect(details("portal").chain == .steps([portal], sts: nil))
  }

  @Test(arguments: [("lost", "'nobody'"), ("gone", "'gone'")])
  func sayWhyThereIsNoChain(name: String, part: String) {
    guard case .broken(let why) = details(name).chain else {
      Issue.record("There is a chain.")
      return
    }
    #expect(why.contains(part), "\(why)")
  }

  @Test func holdNoSecret() {
    #expect(!"\(details("prod"))".contains("secret"))
  }

  @Test func countTheUses() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/switchback-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var world = world
    world.store = Store(file: folder + "/state.sqlite", now: { Date() }, report: { _ in })
    for second in 1...7 {
      let at = Date(timeIntervalSince1970: Double(second) + 0.9)
      let recent = SwitchRecord(
        entry: "prod", displayName: "prod", date: at, method: .exec, exitStatus: second)
      _ = try world.store.record(recent)
    }
    let details = Details(of: "prod", SessionOptions(), world)
    #expect(details.useCount == 7)
    #expect(details.uses.map(\.exitStatus) == [7, 6, 5, 4, 3])
    #expect(details.uses.first?.at == Moment(7, offset: 3600))
  }
}
