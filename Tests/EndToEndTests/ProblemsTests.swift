import Foundation
import Testing

/// What one command knows to be wrong with an entry, the others say, with the file and the line.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ProblemsTests {
  private static let role = "role_arn = arn:aws:iam::111111111111:role/A\n"

  private struct Broken {
    let name: String
    let text: String
    /// The line of its section that is at fault, counted from 0.
    let line: Int
    let core: String
  }

  private static let broken = [
    Broken(name: "loop", text: role + "source_profile = loop", line: 2, core: "loop -> loop"),
    Broken(
      name: "ghost", text: role + "source_profile = nobody", line: 2,
      core: "names source_profile 'nobody', which does not exist."),
    Broken(
      name: "quotedarn",
      text: "role_arn = 'arn:aws:iam::111111111111:role/A'\nsource_profile = base",
      line: 1, core: "it is in quotes, which count as part of the value"),
    Broken(
      name: "placeholder", text: "role_arn = arn:aws:iam::ACCOUNT:role/A\nsource_profile = base",
      line: 1, core: "'ACCOUNT' in 'arn:aws:iam::ACCOUNT:role/A' is not an AWS account id"),
    Broken(name: "alone", text: role, line: 1, core: "and nothing to assume it with"),
    Broken(
      name: "quotedsession",
      text: "sso_session = 'corp'\nsso_account_id = 111111111111\nsso_role_name = R", line: 1,
      core: "write corp without them."),
    Broken(
      name: "short", text: "sso_session = corp\nsso_account_id = 33662022620\nsso_role_name = R",
      line: 2, core: "is '33662022620', which has 11 digits; an AWS account id has 12."),
    Broken(
      name: "quotedregion", text: role + "source_profile = base\nregion = \"eu-west-1\"", line: 3,
      core: "which is not an AWS region: write eu-west-1."),
    Broken(
      name: "mars", text: role + "source_profile = base\nregion = mars", line: 3,
      core: "is 'mars', which is not an AWS region; one looks like eu-west-1."),
    Broken(
      name: "brief", text: role + "source_profile = base\nduration_seconds = 300", line: 3,
      core: "duration_seconds 300 is too short; STS accepts 900 to 43200."),
    Broken(
      name: "typo",
      text: "so_start_url = https://a.awsapps.com/start\nsso_region = eu-west-1\n"
        + "sso_account_id = 111111111111\nsso_role_name = R", line: 0,
      core: "so_start_url (line "),
    Broken(
      name: "circle", text: role + "include_profile = circle", line: 2, core: "circle -> circle"),
  ]

  private func home() throws -> (Home, [(Broken, place: String)]) {
    let home = try Home(["AWS_CONFIG_FILE": ""])
    var lines =
      (storedKeys("base") + "[sso-session corp]\nsso_start_url = https://a.awsapps.com/start\n"
      + "sso_region = eu-west-1\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var placed: [(Broken, String)] = []
    for broken in Self.broken {
      let start = lines.count + 1
      lines += ["[profile \(broken.name)]"] + broken.text.split(separator: "\n").map(String.init)
      placed.append((broken, home.path("home/.aws/config") + ":\(start + broken.line)"))
    }
    try home.config(lines.joined(separator: "\n") + "\n")
    return (home, placed)
  }

  @Test func everyCommandSaysWhatConfigLists() async throws {
    let (home, placed) = try home()
    let own = ["AWS_CONFIG_FILE": home.path("home/.aws/config")]
    let config = try await home.run(["switchback", "config"], with: own)
    let check = try await home.run(
      ["switchback", "check"] + Self.broken.map(\.name), with: own)
    for (broken, place) in placed {
      let listed = config.output.split(separator: "\n").first {
        $0.hasPrefix(place + ": ") && $0.contains(broken.core)
      }
      #expect(listed != nil, "\(broken.name) at \(place): \(config.output)")
      #expect(check.output.contains(broken.core), "\(broken.name): \(check.output)")
      for command in [
        ["explain", broken.name], ["exec", broken.name, "--", "true"],
        ["credentials", broken.name],
      ] {
        let said = try await home.run(["switchback"] + command, with: own)
        #expect(said.errors.contains(broken.core), "\(command): \(said)")
        #expect(said.errors.contains(place), "\(command): \(said)")
        if command[0] != "explain" { #expect(said.status == 2, "\(said)") }
      }
    }
    #expect(check.status == 3)
    try await holdsForList(home, placed, own)
  }

  private func holdsForList(
    _ home: Home, _ placed: [(Broken, place: String)], _ own: [String: String]
  ) async throws {
    struct Listed: Decodable {
      struct Problem: Decodable {
        var file: String
        var line: Int
        var message: String
      }

      var name: String
      var problem: Problem?
    }

    let listed = try await home.run(["switchback", "list", "--json"], with: own)
      .json(as: [Listed].self)
    let table = try await home.run(["switchback", "list"], with: own).output
      .split(separator: "\n")
    for (broken, place) in placed {
      let problem = listed.first { $0.name == broken.name }?.problem
      #expect(problem.map { "\($0.file):\($0.line)" } == place, "\(broken.name)")
      #expect(problem?.message.contains(broken.core) == true, "\(broken.name)")
      #expect(table.contains { $0.hasPrefix(broken.name + " ") && $0.hasSuffix("broken") })
    }
    #expect(listed.contains { $0.name == "base" && $0.problem == nil })
  }

  @Test func goodFilesHaveNoProblems() async throws {
    let home = try Home()
    try home.config(
      storedKeys("base") + """
        [default]
        region = eu-west-1
        output = json
        cli_pager =
        [profile admin]
        \(Self.role)source_profile = base
        mfa_serial = arn:aws:iam::111111111111:mfa/me
        duration_seconds = 43200
        external_id = acme/42=x
        region = us-west-2
        s3 =
          max_concurrent_requests = 20
        [profile instance]
        \(Self.role)credential_source = Ec2InstanceMetadata
        [profile container]
        \(Self.role)credential_source = EcsContainer
        [profile environment]
        \(Self.role)credential_source = Environment
        [profile sso]
        sso_session = corp
        sso_account_id = 111111111111
        sso_role_name = ReadOnly
        region = ap-southeast-9
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start#/
        sso_region = eu-central-1
        sso_registration_scopes = sso:account:access
        [profile older]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = us-gov-west-1
        sso_account_id = 000000000000
        sso_role_name = ReadOnly
        [profile tool]
        credential_process = "/opt/my tool" --account "1 2"
        granted_sso_start_url = https://corp.awsapps.com/start
        [profile local]
        aws_access_key_id = test
        aws_secret_access_key = test
        region = local
        endpoint_url = http://localhost:4566
        [services mine]
        sts =
          endpoint_url = http://localhost:4566
        [plugins]
        endpoint = awscli_plugin_endpoint

        """)
    let config = try await home.switchback("config")
    #expect(config.output == "No problems found.\n", "\(config)")
  }

  @Test func aNameThatIsNoEntryIsExplained() async throws {
    let home = try Home()
    try home.config(
      "[dev]\nregion = eu-west-1\n[profile bare]\nregion = eu-west-1\n" + storedKeys("base"))
    for command in [
      ["exec", "dev", "--", "true"], ["credentials", "dev"], ["explain", "dev"], ["check", "dev"],
    ] {
      let refused = try await home.run(["switchback"] + command)
      #expect(
        refused.refuses(2, saying: "config:1: [dev] was ignored", "[profile dev]"), "\(refused)")
      let bare = try await home.run(["switchback"] + command.map { $0 == "dev" ? "bare" : $0 })
      #expect(bare.refuses(2, saying: "'bare'", "config:3", "has no credentials"), "\(bare)")
      #expect(!bare.errors.contains("There is no"))
    }
  }

  @Test func theFileThatAVariableNamesIsNamed() async throws {
    let home = try Home(["AWS_CONFIG_FILE": "/no/such/config"])
    for command in [["list"], ["config"], ["exec", "dev", "--", "true"]] {
      let said = try await home.run(["switchback"] + command)
      #expect(
        (said.output + said.errors).contains("AWS_CONFIG_FILE names /no/such/config"), "\(said)")
    }
  }
}
