import Accounts
import Testing

/// A role typed as an ARN or pasted as a console link.
struct RoleReferenceTests {
  static let link = "https://signin.aws.amazon.com/switchrole?"
  static let admin = "arn:aws:iam::111122223333:role/Admin"

  @Test(arguments: [
    admin, "  \(admin)\n", link + "account=111122223333&roleName=Admin",
    link + "roleName=Admin&account=111122223333#top",
    "https://us-east-1.signin.aws.amazon.com/switchrole?account=111122223333&roleName=Admin",
    "https://eu-west-1.console.aws.amazon.com/switchrole?account=111122223333&roleName=Admin",
    "https://SIGNIN.AWS.AMAZON.COM:443/oauth/switchrole?account=111122223333&roleName=Admin",
    "signin.aws.amazon.com/switchrole?account=111122223333&roleName=Admin",
    link + "account=111122223333&roleName=%41dmin&account=111122223333",
    link + "account=111122223333&roleName=%2FAdmin",
  ])
  func theSameRole(_ text: String) throws {
    #expect(RoleReference.looksLikeReference(text))
    let role = try RoleReference(text)
    #expect(role.roleARN == Self.admin)
    #expect(role.displayName == nil)
    #expect(role.color == nil)
  }

  @Test(arguments: [
    ("signin.amazonaws.cn", "aws-cn"), ("cn-north-1.signin.amazonaws.cn", "aws-cn"),
    ("signin.amazonaws-us-gov.com", "aws-us-gov"),
    ("eusc-de-east-1.signin.amazonaws-eusc.eu", "aws-eusc"),
  ])
  func theHostTellsThePartition(_ host: String, _ partition: String) throws {
    let role = try RoleReference(
      "https://\(host)/switchrole?account=111122223333&roleName=team/Admin")
    #expect(role.roleARN == "arn:\(partition):iam::111122223333:role/team/Admin")
  }

  @Test(arguments: [
    ("displayName=Shop+%26%20caf%C3%A9&color=F2B0A9", "Shop & café", "f2b0a9"),
    ("displayName=&color=%2399BCE3", nil, "99bce3"), ("color=red", nil, nil),
    ("displayName=100%&color=12345", "100%", nil), ("displayName=%1b%5B31m", "\u{1B}[31m", nil),
    ("displayName=%FF%+1&color=１２３４５６", "\u{FFFD}% 1", nil), ("displayName", nil, nil),
  ])
  func theLabelIsReadAsItStands(_ query: String, _ name: String?, _ color: String?) throws {
    let role = try RoleReference(
      Self.link + "account=111122223333&roleName=Admin&" + query)
    #expect(role.displayName == name)
    #expect(role.color == color)
  }

  @Test(arguments: [
    ("arn:aws:iam::111122223333:user/x", "role"), ("arn:aws:iam::1:role/Admin", "12 digits"),
    ("arn:aws:iam::111122223333:role/Ad min", "ASCII"), ("hello", "neither"),
    ("https://signin.aws.amazon.com/console", "neither"), ("https:///switchrole?", "neither"),
    ("https://evil.example/switchrole?account=111122223333&roleName=A", "'evil.example'"),
    ("https://notaws.amazon.com/switchrole?account=111122223333&roleName=A", "host"),
    ("https://aws.amazon.com.evil.example/switchrole?account=111122223333&roleName=A", "host"),
    (link + "account=my-company&roleName=Admin", "'my-company'"),
    (link + "roleName=Admin", "'account'"), (link + "account=111122223333", "'roleName'"),
    (link + "account=111122223333&roleName=%1b%5d0;x%07", "ASCII"),
    (link + "account=111122223333&roleName=a%0Ab", "ASCII"),
    (link + "account=111122223333&roleName=team/", "role"),
    (
      link + "account=111122223333&roleName=%41dmin&account=444455556666",
      "two different values for 'account'"
    ),
    (
      link + "account=111122223333&roleName=Admin&roleName=Root",
      "two different values for 'roleName'"
    ),
  ])
  func whatIsNoRoleSaysWhy(_ text: String, _ part: String) throws {
    let error = try #require(throws: RoleReferenceError.self) { try RoleReference(text) }
    #expect("\(error)".contains(part), "\(error)")
    #expect(!"\(error)".unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
  }

  @Test func aSentenceIsNoLongerThanOneCanRead() throws {
    let error = try #require(throws: RoleReferenceError.self) {
      try RoleReference("arn:" + String(repeating: "x", count: 100_000))
    }
    #expect("\(error)".count < 500)
  }

  @Test(arguments: ["prod", "role/Admin", "arnold", "my https thing", ""])
  func anEntrysNameDoesNotLookLikeOne(_ text: String) {
    #expect(!RoleReference.looksLikeReference(text))
  }
}
