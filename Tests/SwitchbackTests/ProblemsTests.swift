import Accounts
import Credentials
import Picker
import Testing
@testable import Switchback

/// What one command knows to be wrong with an entry, the others say too.
struct ProblemsTests {
  private static let file = "/home/maya/.aws/config"
  private static let base = """
    [profile base]
    aws_access_key_id = AKIAONE0000000000000
    aws_secret_access_key = s

    """

  private func configuration(
    _ config: String?, settings: String = "", _ environment: [String: String] = [:]
  ) -> (Configuration, World) {
    var files = ["/home/maya/.config/switchback/config.yaml": settings]
    files[Self.file] = config
    let world = World.stub(files: files, environment: environment)
    return (Configuration.read(in: world), world)
  }

  private func lines(_ configuration: Configuration, _ world: World) -> [String] {
    configuration.diagnosticsOfAll(world).map {
      "\($0.origin.file):\($0.origin.line): \($0.message)"
    }
  }

  private func failure(_ name: String, _ configuration: Configuration, _ world: World) -> String {
    do {
      let plan = try Switcher(world, configuration).plan(name, SwitchRequest())
      return "\(plan.name) is fine"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("[dev]\nregion = x\n", "dev", [":1: ", "Write [profile dev]"]),
    ("[Profile dev]\nregion = x\n", "dev", [":1: ", "[profile dev]"]),
    ("[profile dev a]\nregion = x\n", "dev a", [":1: ", "[profile \"a b\"]"]),
    ("[profile dev\nregion = x\n", "dev", [":1: ", "lacks a bracket"]),
    ("[profile dev]\nregion = eu-west-1\n", "dev", [":1)", "has no credentials"]),
    (
      "[profile dev]\nazure_tenant_id = x\n", "dev",
      ["azure_tenant_id (line 2)", "aws-azure-login"]
    ),
  ])
  func whyANameIsNoEntryIsSaid(_ config: String, _ name: String, _ words: [String]) {
    let (configuration, world) = configuration(config)
    let said = failure(name, configuration, world)
    #expect(said.contains(Self.file) && words.allSatisfy(said.contains), "\(said)")
  }

  @Test func whatConfigSaysOfAnIgnoredSectionIsSaidInFull() throws {
    let (configuration, world) = configuration("[dev]\nregion = x\n")
    let line = try #require(lines(configuration, world).first)
    #expect(failure("dev", configuration, world).contains(line))
  }

  @Test func aFileThatAVariableNamesAndThatIsNotThereIsNamed() {
    let (configuration, world) = configuration(nil, ["AWS_CONFIG_FILE": "/no/such/file"])
    for said in [
      failure("dev", configuration, world), configuration.noEntries,
      lines(configuration, world).joined(),
    ] {
      #expect(said.contains("AWS_CONFIG_FILE names /no/such/file"), "\(said)")
      #expect(!said.contains("~/.aws/config"))
    }
  }

  @Test func aCredentialsFileNeedNotBeThere() {
    let (configuration, world) = configuration(
      Self.base, ["AWS_SHARED_CREDENTIALS_FILE": "/no/such/file"])
    #expect(lines(configuration, world).isEmpty)
  }

  @Test func aThemeThatIsNotThereIsListed() {
    let (configuration, world) = configuration(Self.base, settings: "sort: name\ntheme: nrod\n")
    let said = lines(configuration, world)
    #expect(said.count == 1 && said[0].contains("config.yaml:2: "))
    #expect(said[0].contains("'nrod'") && said[0].contains("'nord'"))
  }

  private static func role(_ more: String) -> String {
    base + "[profile p]\nrole_arn = arn:aws:iam::111111111111:role/A\nsource_profile = base\n"
      + more
  }

  /// What AWS could only refuse is said before it is asked, in the words of `config`.
  @Test(arguments: [
    (role("region = mars\n"), "which is not an AWS region"),
    (role("region = \"eu-west-1\"\n"), "write eu-west-1"),
    (role("duration_seconds = 300\n"), "too short; STS accepts 900 to 43200"),
    (role("external_id = a b\n"), "contains a space"),
    (role("mfa_serial = me\n"), "STS accepts 9 to 256"),
    (
      base + "[profile p]\nsso_start_url = https://a.awsapps.com/start\nsso_region = us-east-1\n"
        + "sso_account_id = 1234\nsso_role_name = R\n", "4 digits"
    ),
  ])
  func whatAWSCouldOnlyRefuseIsNotAsked(_ config: String, _ words: String) throws {
    let (configuration, world) = configuration(config)
    let listed = try #require(configuration.diagnosticsOfAll(world).first)
    #expect(listed.message.contains(words))
    let said = failure("p", configuration, world)
    #expect(said.contains(words) && said.contains("\(Self.file):\(listed.origin.line)"), "\(said)")
    let judged = configuration.checkedEntries(world).entries
    #expect(judged.map(\.trouble) == [nil, .unusable])
    let details = Details(of: "p", SessionOptions(), world)
    #expect("\(details.chain) \(details.problems)".contains(words))
  }

  @Test func aRegionThatMayBeNewIsUsed() {
    let (configuration, world) = configuration(Self.role("region = ap-southeast-9\n"))
    #expect(failure("p", configuration, world) == "p is fine")
    #expect(lines(configuration, world).isEmpty)
  }

  @Test func aMisspeltRegionIsRemarkedAndUsed() {
    let (configuration, world) = configuration(Self.role("region = us-esat-1\n"))
    #expect(failure("p", configuration, world) == "p is fine")
    #expect(lines(configuration, world).count == 1)
    #expect(configuration.checkedEntries(world).entries.map(\.trouble) == [nil, .doubtful])
  }

  @Test func anEndpointOfOnesOwnMayHaveAnyRegion() {
    let (configuration, world) = configuration(
      Self.role("region = mars\n"), ["AWS_ENDPOINT_URL": "http://localhost:4566"])
    #expect(failure("p", configuration, world) == "p is fine")
    #expect(lines(configuration, world).isEmpty)
  }

  @Test func theChosenRegionIsChecked() throws {
    let (configuration, _) = configuration(Self.role(""))
    let target = try SwitchTarget("p", source: nil, in: configuration)
    let fault = #expect(throws: RegionError.self) {
      var options = SessionOptions()
      options.region = "mars"
      _ = try target.plan(options, in: configuration, [:])
    }
    #expect(fault?.description.contains("'mars', which is not an AWS region") == true)
    let variable = #expect(throws: RegionError.self) {
      try target.plan(SessionOptions(), in: configuration, ["AWS_REGION": "EU-WEST-1"])
    }
    #expect(variable?.description.hasPrefix("AWS_REGION is") == true)
  }

  @Test func aFailureNamesWhatMayBeBehindIt() throws {
    let (configuration, world) = configuration(Self.role("exernal_id = abc\n"))
    let plan = try Switcher(world, configuration).plan("p", SwitchRequest())
    let said = plan.commandError(CommandError.aws("AWS refused."), entry: "p").description
    #expect(said.hasPrefix("AWS refused. \(Self.file):7: "))
    #expect(said.contains("'exernal_id'") && said.contains("write external_id"))
    #expect(plan.commandError(CancellationError(), entry: "p") == .cancelled)
  }

  @Test func whatTheCommandLineSaysInsteadIsNoFault() throws {
    let (configuration, _) = configuration(Self.role("duration_seconds = 300\nregion = mars\n"))
    var options = SessionOptions()
    options.region = "eu-west-1"
    options.durationSeconds = 900
    let target = try SwitchTarget("p", source: nil, in: configuration)
    #expect(try target.plan(options, in: configuration, [:]).valueErrors.isEmpty)
  }

  @Test func anUnusedRegionGivesAWarning() throws {
    let (configuration, world) = configuration(Self.base)
    var request = SwitchRequest()
    request.options.region = "mars"
    let plan = try Switcher(world, configuration).plan("base", request)
    #expect(plan.regionWarning("mars")?.contains("'mars', which is not an AWS region") == true)
    #expect(plan.regionWarning("eu-west-1") == nil && plan.regionWarning(nil) == nil)
  }
}
