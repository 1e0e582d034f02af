import AWSClient
import Sandbox
import Testing

struct SessionPoliciesTests {
  private var cloud = FakeAWS.sample()
  private static let readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess"

  @Test mutating func areToldOfTheCall() {
    let request = signed(
      .form(
        "AssumeRole",
        [
          "RoleArn": roleARN("Admin"), "RoleSessionName": "test",
          "PolicyArns.member.1.arn": Self.readOnly,
        ]), credentials: .maya, region: "eu-west-1", service: "sts", at: now)
    let call = cloud.exchange(request, at: now).call
    #expect(call.parameters["PolicyArns.member.1.arn"] == Self.readOnly)
    #expect(call.verdict == .allowed(to: .mayaARN))
  }

  @Test(arguments: [
    "ReadOnlyAccess", "arn:aws:iam::111122223333:policy/Other", "arn:aws-cn:iam::aws:policy/X",
  ])
  func areOfTheRolesAccountOrOfAWS(arn: String) {
    var cloud = cloud
    let reply = cloud.assume("Admin", ["PolicyArns.member.1.arn": arn])
    #expect(reply.refusal == "400 ValidationError: ARN \(arn) is not valid.")
  }

  @Test mutating func areTenAtMost() {
    let arns = (1...11).map { ("PolicyArns.member.\($0).arn", "\(Self.readOnly)\($0)") }
    let ten = Dictionary(uniqueKeysWithValues: arns.prefix(10))
    let eleven = Dictionary(uniqueKeysWithValues: arns)
    #expect(cloud.assume("Admin", ten).status == 200)
    #expect(cloud.assume("Admin", eleven).refusal.contains("'policyArns'"))
  }

  @Test mutating func areNotTooLarge() {
    let space = String(repeating: " ", count: 2000)
    let policy = ["Policy": #"{"Statement":[]\#(space)}"#]
    #expect(cloud.assume("Admin", policy)["PackedPolicySize"] == "49")
    let more = policy.merging(["PolicyArns.member.1.arn": Self.readOnly]) { $1 }
    #expect(
      cloud.assume("Admin", more).refusal
        == "400 PackedPolicyTooLarge: Packed policy consumes 101% of allotted space, please use "
        + "smaller policy.")
  }

  @Test mutating func countWithTags() {
    let tags = (1...20).flatMap { index in
      [
        ("Tags.member.\(index).Key", "key\(index)"),
        ("Tags.member.\(index).Value", String(repeating: "v", count: 256)),
      ]
    }
    let reply = cloud.assume("Tagged", Dictionary(uniqueKeysWithValues: tags))
    #expect(reply["Code"] == "PackedPolicyTooLarge")
  }

  @Test(arguments: [
    ("{", "This policy contains invalid Json"), ("[]", "This policy contains invalid Json"),
    ("{}", "Syntax errors in policy."), (#"{"Statement":5}"#, "Syntax errors in policy."),
  ])
  func areDocuments(policy: String, complaint: String) {
    var cloud = cloud
    let reply = cloud.assume("Admin", ["Policy": policy])
    #expect(reply.refusal == "400 MalformedPolicyDocument: \(complaint)")
  }
}
