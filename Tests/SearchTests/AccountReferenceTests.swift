import Accounts
import Canvas
import Search
import Testing

/// Texts that people paste, and the account and role that each names.
struct AccountReferenceTests {
  private static let portal =
    "https://d-1234567890.awsapps.com/start/#/console?account_id=222233334444&role_name=Ad%6Din"

  @Test(
    arguments: [
      ("arn:aws:lambda:eu-west-1:222233334444:function:x", nil),
      ("arn:aws:iam::222233334444:user/me", nil), ("arn:aws:iam::222233334444:root", nil),
      (" arn:aws:sts::222233334444:assumed-role/ReadOnly/jane\n", "ReadOnly"),
      (
        "arn:aws-cn:sts::222233334444:assumed-role/AWSReservedSSO_Ad_min_0123456789abcdef/j",
        "Ad_min"
      ),
      (
        "arn:aws:iam::222233334444:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_0123456789abcdef",
        "A"
      ),
      (portal, "Admin"), (portal.replacing("&role_name=Ad%6Din", with: ""), nil),
      ("https://signin.aws.amazon.com/switchrole?account=222233334444&roleName=ops/Audit", "Audit"),
      (
        "https://222233334444-abcdefgh.eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1",
        nil
      ),
      ("https://222233334444.signin.aws.amazon.com/console", nil),
    ] as [(String, String?)])
  func isRead(text: String, role: String?) throws {
    let reference = try #require(AccountReference(text))
    #expect(reference.accountID == "222233334444" && reference.roleName == role)
  }

  @Test(arguments: [
    "", "prod", "222233334444", "arn:aws:iam::222233334444:role/Admin", "arn:aws:s3:::bucket",
    "arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::2222:user/me", "arn:aws",
    "arn:aws:iam::222233334444:user/me prod", "https://example.com/?account_id=2222",
    "https://222233334444.example.com/", "https://signin.aws.amazon.com/switchrole?account=alias",
  ])
  func isNotSeenInOtherText(text: String) {
    #expect(AccountReference(text) == nil)
  }

  @Test(arguments: [
    ("arn:aws:lambda:eu-west-1:222233334444:function:x", ["admin", "reader", "set"]),
    ("arn:aws:sts::222233334444:assumed-role/READONLY/jane", ["reader"]),
    ("arn:aws:sts::222233334444:assumed-role/Other/jane", []),
    (portal, ["admin", "set"]), (portal.replacing("22223", with: "92223"), []),
    (
      "https://signin.aws.amazon.com/switchrole?account=222233334444&roleName=ops/ReadOnly",
      ["reader"]
    ),
    ("arn:aws:iam::222233334444:role/ReadOnly", ["reader"]),
    ("2222-3333-4444", ["admin", "reader", "set", "dated"]),
    ("2222-3333-", ["admin", "reader", "set", "dated"]),
    ("account:2222-3333-4444", ["admin", "reader", "set"]),
    ("!2222-3333-4444", ["other", "dated"]),
    ("account:222233334444", ["admin", "reader", "set"]),
    ("^2222-3333-4444$ adm", ["admin", "set"]),
  ])
  func findsTheEntriesOfIt(query: String, names: [String]) {
    let table = EntryTable([
      made("admin", "222233334444", "Admin"), made("reader", "222233334444", "ReadOnly"),
      made("set", "222233334444", "Admin", kind: .sso), made("other", "333344445555", "Admin"),
      made("dated", "333344445555", "X", display: "as of 2222-3333-4444"),
    ])
    let found = table.find(Query(query), in: EntryOrder(rows: [0, 1, 2, 3, 4]))
    let all = (0..<found.count).compactMap { table.text(.name, ofRow: found[$0]) }
    #expect(Set(all) == Set(names))
  }

  @Test func saysWhatIsNotThere() throws {
    let reference = try #require(
      AccountReference("arn:aws:sts::222233334444:assumed-role/ReadOnly/jane"))
    #expect(reference.notFound == "No entry has the account 222233334444 with the role ReadOnly.")
  }

  @Test(
    arguments: [
      ("2222-3333-4444", "222233334444"), ("222233334444", "222233334444"), ("2222-33334444", nil),
      ("22223333444", nil), ("2222-3333-444x", nil), ("", nil), ("-2222-3333-4444", nil),
    ] as [(String, String?)])
  func anAccountIsWrittenWithHyphensOrWithout(text: String, digits: String?) {
    #expect(ARN.accountID(written: text) == digits)
  }
}

private func made(
  _ name: String, _ account: String, _ role: String, display: String? = nil,
  kind: Entry.Kind = .assumeRole
) -> Entry {
  Entry(
    name: name, label: Label(displayName: display ?? name, color: .black), kind: kind,
    accountID: account, roleName: role,
    roleARN: kind == .sso ? nil : "arn:aws:iam::\(account):role/\(role)",
    origin: Origin(file: "config", line: 1))
}
