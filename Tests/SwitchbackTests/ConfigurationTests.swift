import AWSClient
import AWSConfig
import Accounts
import Canvas
import Credentials
import Testing
import Text
@testable import Switchback

struct ConfigurationTests {
  let config = """
    [profile base]
    aws_access_key_id = AKIAEXAMPLE
    aws_secret_access_key = hidden
    [profile prod]
    role_arn = arn:aws:iam::111111111111:role/path/Admin
    source_profile = base
    region = eu-west-1
    external_id = ours
    """

  @Test func profilesAndSettingsBecomeOneCatalogue() throws {
    let settings = """
      entries:
        - {name: prod, display: "Production, admin", color: red, shortcut: p}
        - {name: audit, role_arn: "arn:aws:iam::222222222222:role/Audit", source_profile: base}
      """
    let read = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config": config, "/home/maya/.config/switchback/config.yaml": settings,
      ]))
    #expect(read.catalogue.entries.map(\.name) == ["base", "prod", "audit"])
    let prod = try read.catalogue.entry(named: "Production, admin")
    #expect(prod.name == "prod" && prod.label.color.hex == "#d13212" && prod.label.shortcut == "p")
    #expect(read.diagnostics.isEmpty)
  }

  @Test func whatCannotBeReadIsSaidAndHidesNothingElse() {
    let read = Configuration.read(
      in: .stub(
        files: ["/home/maya/.aws/credentials": "[a]\naws_access_key_id=A\naws_secret_access_key=s"],
        unreadable: ["/home/maya/.aws/config"]))
    #expect(read.catalogue.entries.map(\.name) == ["a"])
    #expect(
      read.unreadable.map(\.message) == [
        "/home/maya/.aws/config cannot be read: Permission denied."
      ])
  }

  @Test func theJSONOfTheFilesMasksSecretsAndKeepsTheirOrder() {
    let read = Configuration.read(in: .stub(files: ["/home/maya/.aws/config": config]))
    let printed = read.json(.stub()).printed()
    #expect(!printed.contains("hidden") && printed.contains("••••"))
    #expect(printed.hasPrefix("{\n  \"profiles\": {\n    \"base\": {\n      \"aws_access_key_id\""))
    #expect(printed.hasSuffix("\"diagnostics\": []\n}"))
  }

  @Test func anExplanationHasTheChainFromItsBaseAndWhereAWSIsAsked() throws {
    let read = Configuration.read(in: .stub(files: ["/home/maya/.aws/config": config]))
    let plan = try prod(read)
    let printed = Explanation(try read.catalogue.entry(named: "prod"), plan).json.printed()
    for expected in [
      #""account_id": "111111111111""#, #""kind": "static-keys""#, #""kind": "assume-role""#,
      #""external_id": "ours""#, #""region": "eu-west-1""#,
      #""endpoint": "https://sts.eu-west-1.amazonaws.com""#,
    ] {
      #expect(printed.contains(expected), "\(printed)")
    }
    #expect(!printed.contains("hidden"))
  }

  @Test(arguments: ["https://bob:hunter2@proxy.example/", "https://hunter2@proxy.example:1/x"])
  func anExplanationShowsNoPasswordOfAnEndpoint(_ url: String) throws {
    let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    let text =
      config
      + "\nendpoint_url = \(url)\nrole_session_name = \(key)\nmfa_serial = \(key)\ndisplay_name = \(key)\n"
    let read = Configuration.read(in: .stub(files: ["/home/maya/.aws/config": text]))
    let explanation = Explanation(try read.catalogue.entry(named: "prod"), try prod(read))
    for shown in [explanation.text, explanation.json.printed()] {
      #expect(shown.contains("://••••@proxy.example"), "\(shown)")
      #expect(!shown.contains("hunter2") && !shown.contains("K7MDENG"), "\(shown)")
    }
  }

  /// Up to the slash it would be taken for a host and its port.
  @Test func aPasswordWithASlashIsNeitherUsedNorSaid() throws {
    let text = config + "\nendpoint_url = https://bob:hun/ter2@proxy.example/\n"
    let read = Configuration.read(in: .stub(files: ["/home/maya/.aws/config": text]))
    let fault = #expect(throws: EndpointError.self) { try prod(read) }
    let said = CommandError(try #require(fault)).description
    #expect(said.contains("https://••••@proxy.example/") && !said.contains("hun"), "\(said)")
  }

  private func prod(_ read: Configuration) throws -> Plan {
    try Plan(
      entry: try read.catalogue.entry(named: "prod"), options: SessionOptions(), in: read,
      environment: [:])
  }

  @Test(arguments: [
    ("aws", "us-east-1"), ("aws-cn", "cn-northwest-1"), ("aws-us-gov", "us-gov-west-1"),
  ])
  func withNoRegionAnywhereThePartitionHasOne(_ partition: String, _ region: String) throws {
    let text = config.replacing("arn:aws:", with: "arn:\(partition):")
      .replacing("region = eu-west-1\n", with: "")
    let read = Configuration.read(in: .stub(files: ["/home/maya/.aws/config": text]))
    let plan = try prod(read)
    #expect(plan.services.sts.signingRegion == region)
  }

  @Test(arguments: [
    "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "hunter2hunter2hunter2",
  ])
  func aSecretInThePlaceOfARegionIsNotSaid(secret: String) throws {
    let read = Configuration.read(in: .stub(files: ["/home/maya/.aws/config": config]))
    let chain = try read.shared.chain(for: "prod", environment: [:])
    let fault = try #require(RegionError(secret, CallSettings(), chain))
    #expect("\(fault)".contains("is '••••', which is not an AWS region"), "\(fault)")
  }

  @Test(arguments: ["AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"])
  func aNameThatIsAKeyIsMaskedWhereItIsSaid(key: String) throws {
    let config =
      "[profile \(key)]\nregion = x\n[\(key)]\nregion = x\n[profile a]\nsource_profile = \(key)\n"
      + "role_arn = arn:aws:iam::111111111111:role/A\n"
    let settings =
      "entries: [{name: \(key), confirm: true}]\nrules: [{match: \(key), confirm: true}]\n"
    let read = Configuration.read(
      in: .stub(files: [
        "/home/maya/.aws/config": config, "/home/maya/.config/switchback/config.yaml": settings,
      ]))
    let said =
      (read.diagnostics + read.settings.ruleDiagnostics(on: read.catalogue.entries))
      .map(\.message) + read.unreadProtections.map(\.description)
    #expect(!said.isEmpty && !said.contains { $0.contains(key) }, "\(said)")
    for name in [key, "a"] {
      do { _ = try read.shared.chain(for: name, environment: [:]) } catch {
        #expect(!"\(error)".contains(key) && "\(error)".contains("••••"), "\(error)")
      }
      do { _ = try read.entry(named: name) } catch {
        let failure = read.commandError(error)
        #expect(name == "a" || !failure.description.contains(key), "\(failure)")
      }
    }
  }
}
