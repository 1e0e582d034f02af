import Foundation
import Testing

/// Whatever stands in a file that we read, no command is ended by a signal, and none takes long.
///
/// A failure names its seed: `SWITCHBACK_DAMAGE_SEED`, with `SWITCHBACK_DAMAGE_CASES` as high as
/// 10,000.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(60)))
struct DamageTests {
  struct Read: Sendable, CustomTestStringConvertible {
    /// The file, or the folder whose files are meant.
    var file: String
    var commands: [[String]]

    var testDescription: String { file }
  }

  static let files = [
    Read(
      file: "home/.aws/config", commands: [["list"], ["config", "--json"], ["explain", "prod"]]),
    Read(file: "home/.aws/credentials", commands: [["list", "--json"], ["credentials", "base"]]),
    Read(file: "config/switchback/config.yaml", commands: [["list"], ["credentials", "base"]]),
    Read(
      file: "config/switchback/themes/mine.yaml",
      commands: [["themes", "list"], ["themes", "check", "mine"]]),
    Read(
      file: "state/switchback/state.sqlite",
      commands: [["recent"], ["list"], ["exec", "base", "--", "true"]]),
    Read(file: "state/switchback/state.sqlite-wal", commands: [["recent"], ["list"]]),
    Read(file: "cache/switchback/sessions", commands: [["credentials", "prod"], ["list"]]),
    Read(file: "home/.aws/cli/cache", commands: [["credentials", "prod"]]),
    Read(file: "home/.aws/sso/cache", commands: [["credentials", "viasso"], ["logout", "corp"]]),
  ]

  @Test(arguments: files.indices) func isNoReasonToCrash(index: Int) async throws {
    let read = Self.files[index]
    try await Served.serving(.workplace()) { served in
      let home = try await home(served)
      let refusing = try PretendSTS(.refusing)
      let names =
        home.names(in: read.file).isEmpty ? [""] : home.names(in: read.file).map { "/" + $0 }
      let originals = try names.map {
        try Data(contentsOf: home.root.appending(path: read.file + $0))
      }
      for number in 0..<max(1, Damage.cases / Self.files.count) {
        let seed = Damage.firstSeed &+ UInt64(index * 1_000_000 + number)
        var damage = Damage(seed: seed)
        for (name, original) in zip(names, originals) {
          try home.write(read.file + name, Data(damage.damaged([UInt8](original))))
        }
        for command in read.commands {
          try await run(command, in: home, refusing.url, "\(read.file), seed \(seed)")
        }
      }
    }
  }

  private func run(
    _ command: [String], in home: Home, _ url: String, _ what: String
  ) async throws {
    // What is slow once may be a busy machine's fault.
    for attempt in 1...3 {
      let start = ContinuousClock.now
      let ended = try await home.run(
        ["timeout", "-s", "KILL", "30", "switchback"] + command,
        with: ["AWS_ENDPOINT_URL": url, "AWS_MAX_ATTEMPTS": "1"])
      #expect(ended.status < 128, "\(what): \(command), \(ended)")
      if ContinuousClock.now - start < .seconds(2) || ended.status >= 128 { return }
      #expect(attempt < 3, "\(what): \(command) took long, \(ended)")
    }
  }

  /// A home in which each of the files is there, and well.
  private func home(_ served: Served) async throws -> Home {
    let home = try Home(["AWS_ENDPOINT_URL": served.url])
    try home.config(
      """
      [profile base]
      region = eu-west-1
      display_name = The base
      [profile prod]
      role_arn = arn:aws:iam::222233334444:role/Admin
      source_profile = base
      duration_seconds = 3600
      color = #d13212
      [sso-session corp]
      sso_start_url = https://example.awsapps.com/start
      sso_region = us-east-1
      sso_registration_scopes = sso:account:access
      [profile viasso]
      sso_session = corp
      sso_account_id = 111111111111
      sso_role_name = Admin
      """)
    try home.write(
      "home/.aws/credentials",
      "[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = \(mayasSecret)\n")
    try home.write("config/switchback/config.yaml", settings)
    try home.write("config/switchback/themes/mine.yaml", theme)
    try home.write(
      "home/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json",
      #"{"startUrl":"https://example.awsapps.com/start","region":"us-east-1","accessToken":"t","#
        + #""expiresAt":"2099-01-01T00:00:00Z","clientId":"c","clientSecret":"s","#
        + #""registrationExpiresAt":"2099-01-01T00:00:00Z","refreshToken":"r"}"#)
    for entry in ["base", "prod"] {
      let ended = try await home.switchback("exec", entry, "--", "true")
      #expect(ended.status == 0, "\(ended)")
    }
    try home.write("state/switchback/state.sqlite-wal", Data(count: 40))
    return home
  }

  private let settings = """
    theme: {dark: nord, light: mine}
    sort: recent
    share_with_aws_cli: true
    tint: 0.1
    keys: {ctrl-o: options}
    rules:
      - match: "*prod*"
        color: red
        confirm: false
    entries:
      - name: prod
        display: Production, admin
        color: "#d13212"
        shortcut: p
        group: payments
      - name: other
        role_arn: arn:aws:iam::222233334444:role/Guarded
        source_profile: base

    """

  private let theme =
    "scheme: Mine\nauthor: me\n"
    + (0..<16).map { "base0\(String($0, radix: 16, uppercase: true)): \"\($0)\($0 % 10)a0b0\"\n" }
    .joined()
}
