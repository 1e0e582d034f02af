import Accounts
import Canvas
import Testing

/// The console's link for switching to an entry.
struct SwitchRoleLinkTests {
  private func entry(
    _ roleARN: String?, _ displayName: String = "Production", color: Color = .rgb(0xD1, 0x32, 0x12)
  ) -> Entry {
    Entry(
      name: "prod", label: Label(displayName: displayName, color: color), kind: .assumeRole,
      roleARN: roleARN, origin: Origin(file: "config", line: 1))
  }

  @Test func fillsInTheConsolesForm() throws {
    #expect(
      try entry("arn:aws:iam::111122223333:role/ops/Admin", "Ops & café").switchRoleLink()
        == "https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=ops/Admin"
        + "&displayName=Ops%20%26%20caf%C3%A9&color=d13212")
  }

  @Test(arguments: [
    ("aws", "signin.aws.amazon.com"), ("aws-cn", "signin.amazonaws.cn"),
    ("aws-us-gov", "signin.amazonaws-us-gov.com"),
    ("aws-eusc", "eusc-de-east-1.signin.amazonaws-eusc.eu"),
  ])
  func hasTheHostOfThePartition(_ partition: String, _ host: String) throws {
    let link = try entry("arn:\(partition):iam::111122223333:role/Admin").switchRoleLink()
    #expect(link.hasPrefix("https://\(host)/switchrole?account=111122223333&roleName=Admin&"))
  }

  @Test(arguments: [
    ("arn:aws:iam::111122223333:role/Admin", "Production"),
    ("arn:aws-cn:iam::111122223333:role/a/b/c/Admin", "上海 店铺"),
    ("arn:aws-us-gov:iam::111122223333:role/A+b=c,d.e@f-g_h", "100% & more; #1 = \"x\" ?y=z"),
    ("arn:aws-eusc:iam::111122223333:role/\(String(repeating: "r", count: 64))", "+ +"),
  ])
  func isReadBackAsItWasWritten(_ arn: String, _ name: String) throws {
    let role = try RoleReference(try entry(arn, name).switchRoleLink())
    #expect(role.roleARN == arn)
    #expect(role.displayName == name)
    #expect(role.color == "d13212")
  }

  @Test func takesNoMoreOfANameThanTheConsoleShows() throws {
    let long = String(repeating: "界", count: 70) + "\u{1B}[31m"
    let link = try entry("arn:aws:iam::111122223333:role/Admin", long).switchRoleLink()
    #expect(try RoleReference(link).displayName == String(repeating: "界", count: 64))
    #expect(link.utf8.allSatisfy { 0x21...0x7E ~= $0 })
  }

  @Test func leavesOutAColourThatIsNone() throws {
    let plain = entry("arn:aws:iam::111122223333:role/Admin", color: .standard)
    #expect(try !plain.switchRoleLink().contains("color"))
  }

  @Test(arguments: [
    (nil, SwitchRoleLinkError.noRole), ("arn:aws:iam::1:role/Admin", .noRole),
    ("arn:aws:iam::111122223333:user/maya", .noRole),
    ("arn:aws-iso:iam::111122223333:role/Admin", .noConsole(partition: "aws-iso")),
    ("arn:aws:iam::111122223333:role/p/" + String(repeating: "r", count: 63), .roleTooLong),
  ])
  func saysWhyThereIsNone(_ arn: String?, _ why: SwitchRoleLinkError) {
    #expect(throws: why) { try entry(arn).switchRoleLink() }
    #expect("\(why)".hasSuffix("."))
  }
}
