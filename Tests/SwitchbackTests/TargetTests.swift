import AWSClient
import AWSConfig
import Accounts
import Canvas
import Credentials
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
    #expect(try SwitchTarget("base", source: nil, in: configuration).entry.name == "base")
    #expect(throws: UnknownEntryError.self) {
      try SwitchTarget("nobody", source: nil, in: configuration)
    }
  }

  @Test func aRoleByItsARNFromAnEntry() throws {
    let arn = "arn:aws:iam::111122223333:role/Admin"
    let target = try SwitchTarget(arn, source: "base", in: configuration)
    #expect(target.entry.label.displayName == "Admin in 111122223333")
    let plan = try target.plan(SessionOptions(), in: configuration, [:])
    #expect(plan.chain.hops.map(\.roleARN) == [arn])
    #expect(plan.chain.base.profile == "base")
    #expect(plan.services.sts.url == "https://sts.eu-west-1.amazonaws.com")
  }

  @Test func aConsoleLinkGivesItsLabelAndTheRulesCount() throws {
    let link =
      "https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=ops%2FAdmin"
      + "&displayName=Production&color=F2B0A9"
    let target = try SwitchTarget(link, source: "base", in: configuration)
    #expect(target.entry.roleARN == "arn:aws:iam::111122223333:role/ops/Admin")
    #expect(target.entry.label.displayName == "Production")
    #expect(target.entry.label.color.hex == "#f2b0a9")
    #expect(target.entry.label.confirm)
  }

  @Test func aSourceGoesWithARoleOnly() {
    #expect(throws: SwitchTargetError.self) {
      try SwitchTarget("base", source: "base", in: configuration)
    }
  }

  @Test func aRoleByItsARNIsProtectedAsTheEntryOfThatRole() throws {
    let arn = "arn:aws:iam::111111111111:role/path/Admin"
    let configuration = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config": """
        [profile base]
        aws_access_key_id = AKIA
        aws_secret_access_key = s
        [profile prod]
        role_arn = \(arn)
        source_profile = base
        [profile prod-unasked]
        role_arn = \(arn)
        source_profile = base
        """,
        "/home/maya/.config/switchback/config.yaml": """
        entries:
        - {name: prod, confirm: true, read_only: true}
        """,
      ]))
    for text in [
      arn,
      "https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=path/Admin&displayName=x",
    ] {
      let label = try SwitchTarget(text, source: "base", in: configuration).entry.label
      #expect(label.confirm && label.readOnly, "\(text)")
    }
    // By its own name another entry of the role is what it says.
    let other = try SwitchTarget("prod-unasked", source: nil, in: configuration).entry.label
    #expect(!other.confirm && !other.readOnly)
    let stranger = "arn:aws:iam::222222222222:role/Admin"
    #expect(!(try SwitchTarget(stranger, source: "base", in: configuration).entry.label.confirm))
  }

  /// The author of a link chooses its name.
  @Test func noRuleIsChosenByTheNameThatALinkGives() throws {
    let configuration = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config":
          "[profile base]\naws_access_key_id = AKIA\naws_secret_access_key = s\n",
        "/home/maya/.config/switchback/config.yaml": """
        rules:
        - {match: "sandbox*", color: green}
        - {match: "*Admin*", confirm: true, read_only: true}
        """,
      ]))
    let link =
      "https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=Admin&displayName=sandbox"
    let entry = try SwitchTarget(link, source: "base", in: configuration).entry
    #expect(entry.label.confirm && entry.label.readOnly)
    #expect(entry.label.displayName == "sandbox")
  }

  /// No profile need name it.
  @Test func aRoleThatTheSettingsNameByItsARNIsProtected() throws {
    let configuration = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config":
          "[profile base]\naws_access_key_id = AKIA\naws_secret_access_key = s\n",
        "/home/maya/.config/switchback/config.yaml": """
        entries: [{name: "arn:aws:iam::999999999999:role/X", confirm: true, read_only: true}]
        """,
      ]))
    for arn in ["arn:aws:iam::999999999999:role/X", "arn:aws:iam::999999999999:role/path/x"] {
      let label = try SwitchTarget(arn, source: "base", in: configuration).entry.label
      #expect(label.confirm && label.readOnly, "\(arn)")
    }
    let other = try SwitchTarget(
      "arn:aws:iam::999999999999:role/Y", source: "base", in: configuration)
    #expect(!other.entry.label.confirm)
  }

  @Test func theRoleOfAPermissionSetIsProtectedAsItsEntry() throws {
    let configuration = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config": """
        [profile base]
        aws_access_key_id = AKIA
        aws_secret_access_key = s
        [profile prod]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111111111111
        sso_role_name = Admin
        confirm = true
        """
      ]))
    func asks(_ account: String, _ role: String) throws -> Bool {
      let arn = "arn:aws:iam::\(account):role/aws-reserved/sso.amazonaws.com/eu-west-1/\(role)"
      return try SwitchTarget(arn, source: "base", in: configuration).entry.label.confirm
    }
    #expect(try asks("111111111111", "AWSReservedSSO_Admin_0123456789abcdef"))
    #expect(try !asks("222222222222", "AWSReservedSSO_Admin_0123456789abcdef"))
    #expect(try !asks("111111111111", "AWSReservedSSO_Other_0123456789abcdef"))
  }

  /// The AWS CLI takes it without a word.
  @Test func aRoleFromTheDefaultProfileIsProtectedAsThat() throws {
    let configuration = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config":
          "[default]\naws_access_key_id = AKIA\naws_secret_access_key = s\nread_only = true\n"
      ]))
    let arn = "arn:aws:iam::111111111111:role/Admin"
    #expect(try SwitchTarget(arn, source: nil, in: configuration).entry.label.readOnly)
  }

  /// Another partition has other accounts of the same numbers.
  @Test func aLinkIsOfThePartitionOfItsConsole() throws {
    for (host, partition) in [
      ("signin.aws.amazon.com", "aws"), ("signin.amazonaws.cn", "aws-cn"),
      ("signin.amazonaws-us-gov.com", "aws-us-gov"), ("console.amazonaws-eusc.eu", "aws-eusc"),
    ] {
      let link = "https://\(host)/switchrole?account=111111111111&roleName=Admin"
      let role = try SwitchTarget(link, source: "base", in: configuration).entry
      #expect(role.roleARN == "arn:\(partition):iam::111111111111:role/Admin")
    }
  }

  @Test func aRoleByItsARNIsRefusedWhereWhatProtectsItsEntryIsUnclear() throws {
    let arn = "arn:aws:iam::111111111111:role/Admin"
    let configuration = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config": """
        [profile base]
        aws_access_key_id = AKIA
        aws_secret_access_key = s
        [profile prod]
        role_arn = \(arn)
        source_profile = base
        """,
        "/home/maya/.config/switchback/config.yaml": "entries: [{name: prod, confrim: true}]",
      ]))
    let target = try SwitchTarget(arn, source: "base", in: configuration)
    #expect(throws: UnreadProtectionError.self) {
      try target.plan(SessionOptions(), in: configuration, [:])
    }
    #expect(throws: Never.self) {
      try target.planForDisplay(SessionOptions(), in: configuration, [:])
    }
  }
}
