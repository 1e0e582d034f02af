import Accounts
import Testing

struct ARNTests {
  @Test func givesItsParts() throws {
    let arn = try ARN("arn:aws-cn:sts:cn-north-1:111122223333:assumed-role/Ops/me@x:y")
    #expect(arn.partition == "aws-cn")
    #expect(arn.service == "sts")
    #expect(arn.region == "cn-north-1")
    #expect(arn.accountID == "111122223333")
    #expect(arn.resource == "assumed-role/Ops/me@x:y")
    #expect(arn.description == "arn:aws-cn:sts:cn-north-1:111122223333:assumed-role/Ops/me@x:y")
  }

  @Test(arguments: [
    ("arn:aws:iam::111122223333:role/Admin", "Admin"),
    ("arn:aws:iam::111122223333:role/team/payments/Admin", "Admin"),
    ("arn:aws:sts::111122223333:assumed-role/Ops/session", "Ops"),
    ("arn:aws:iam::111122223333:user/jane", nil),
    ("arn:aws:iam::111122223333:role/", nil),
    ("arn:aws:iam::111122223333:root", nil),
    ("arn:aws:iam::aws:policy/ReadOnlyAccess", nil),
  ])
  func namesTheRoleWithoutItsPath(text: String, name: String?) throws {
    #expect(try ARN(text).roleName == name)
  }

  @Test(arguments: [
    "", "arn", "arn:aws:iam::111122223333", "arn:aws:iam::111122223333:", "urn:aws:iam::1:role/a",
    "arn::iam::111122223333:role/Admin",
  ])
  func refusesWhatIsNoARN(text: String) {
    #expect(throws: ARNError.notAnARN(text)) { try ARN(text) }
  }

  @Test(arguments: ["11112222333", "1111222233334", "11112222333x", "１１１１２２２２３３３３"])
  func refusesWhatIsNoAccount(account: String) {
    let text = "arn:aws:iam::\(account):role/Admin"
    #expect(throws: ARNError.notAnAccount(account, arn: text)) { try ARN(text) }
  }

  @Test func saysHowLongAnAccountIs() {
    let error = ARNError.notAnAccount("123", arn: "arn:aws:iam::123:role/Admin")
    #expect(error.description.contains("'123'"))
    #expect(error.description.contains("exactly 12 digits; this one has 3."))
  }

  @Test(arguments: [
    "arn:aws:iam::111122223333:user/jane", "arn:aws:sts::111122223333:assumed-role/Ops/session",
    "arn:aws:iam::111122223333:role/",
  ])
  func refusesWhatIsNoRole(text: String) {
    #expect(throws: ARNError.notARole(text)) { try ARN(role: text) }
  }

  @Test func refusesARoleOfNoAccount() {
    #expect(throws: ARNError.self) { try ARN(role: "arn:aws:iam::aws:role/Admin") }
  }
}
