import Sandbox
import Testing

struct ValidationTests {
  @Test(arguments: [
    (
      ["RoleArn": "arn:short"], "'arn:short' at 'roleArn'",
      "have length greater than or equal to 20"
    ),
    (
      ["RoleSessionName": "x"], "'x' at 'roleSessionName'", "have length greater than or equal to 2"
    ),
    (
      ["RoleSessionName": "a b"], "'a b' at 'roleSessionName'",
      #"satisfy regular expression pattern: [\w+=,.@-]*"#
    ),
    (
      ["DurationSeconds": "899"], "'899' at 'durationSeconds'",
      "have value greater than or equal to 900"
    ),
    (
      ["DurationSeconds": "43201"], "'43201' at 'durationSeconds'",
      "have value less than or equal to 43200"
    ),
    (
      ["ExternalId": "a!b"], "'a!b' at 'externalId'",
      #"satisfy regular expression pattern: [\w+=,.@:\/-]*"#
    ),
    (
      ["TokenCode": "12345a", "SerialNumber": .phone], "'12345a' at 'tokenCode'",
      #"satisfy regular expression pattern: [\d]*"#
    ),
    (["SourceIdentity": "é!"], "'é!' at 'sourceIdentity'", "satisfy regular expression pattern"),
  ])
  func namesTheParameterAndTheRule(sent: [String: String], what: String, rule: String) {
    var cloud = FakeAWS.sample()
    let reply = cloud.assume("Admin", sent)
    #expect(
      reply.refusal.hasPrefix("400 ValidationError: 1 validation error detected: Value \(what)"))
    #expect(reply.refusal.contains("failed to satisfy constraint: Member must \(rule)"))
  }

  @Test func countsAllErrors() {
    var cloud = FakeAWS.sample()
    let reply = cloud.ask("AssumeRole")
    #expect(
      reply["Message"]
        == "2 validation errors detected: "
        + "Value null at 'roleArn' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null")
  }

  @Test(arguments: ["arn:aws:iam::2222:role/Admin", "arn:aws:iam::222233334444:user/Admin"])
  func refusesARNsThatNameNoRole(arn: String) {
    var cloud = FakeAWS.sample()
    #expect(
      cloud.assume("Admin", ["RoleArn": arn]).refusal == "400 ValidationError: \(arn) is invalid")
  }

  @Test func writesWhatItEchoesAsXML() {
    var cloud = FakeAWS.sample()
    let reply = cloud.assume("Admin", ["RoleSessionName": "<&\u{1b}>"])
    #expect(reply.text.contains("Value '&lt;&amp;?&gt;' at"))
  }

  @Test(arguments: [("Nonsense", "2011-06-15"), ("AssumeRole", "2010-01-01"), ("AssumeRole", "")])
  func knowsItsOperationsByVersion(action: String, version: String) {
    var cloud = FakeAWS.sample()
    let reply = cloud.ask(action, ["Version": version])
    let shown = version.isEmpty ? "NO_VERSION_SPECIFIED" : version
    #expect(
      reply.refusal
        == "400 InvalidAction: Could not find operation \(action) for version \(shown)")
  }
}
