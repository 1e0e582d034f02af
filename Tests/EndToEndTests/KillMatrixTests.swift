import Foundation
import Glibc
import Sandbox
import Testing

/// Commands that write, killed at each of their file calls and at random moments: nothing is lost,
/// the next run works at once, and what it leaves holds no secret.
///
/// `SWITCHBACK_KILLS` is how many kills, 100 by default; `SWITCHBACK_SEED` repeats a run.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(60)))
struct KillMatrixTests {
  /// The calls at whose start a command is killed.
  private static let calls = [
    "pwrite64", "fsync", "fdatasync", "rename", "renameat2", "link", "linkat", "unlink", "unlinkat",
    "ftruncate", "fchmod", "flock", "mkdir", "write", "openat",
  ]

  /// A command that writes.
  enum Command: String, CaseIterable, Sendable {
    case exec, ini, credentials, login, logout, clear, list, refresh

    var words: [String] {
      switch self {
      case .exec: ["exec", "base", "--", "true"]
      case .ini:
        ["export", "prod", "--format", "ini", "--profile", "now", "--yes", "--replace"]
      case .credentials: ["credentials", "prod"]
      case .login: ["login", "harbour", "--no-browser"]
      case .logout: ["logout"]
      case .clear: ["recent", "--clear"]
      case .list: ["list"]
      case .refresh: ["exec", "base", "--refresh", "--", "true"]
      }
    }
  }

  private static let configuration =
    workplace("[profile prod]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n")
    + workplaceLogin
  private static let users =
    "[mine]\naws_access_key_id = AKIAMINE\naws_secret_access_key = longLivedSecretOfMine\n"
  private static let settings = "sort: name # kept\nentries:\n- name: prod\n  color: red\n"

  private var count: Int {
    ProcessInfo.processInfo.environment["SWITCHBACK_KILLS"].flatMap { Int($0) } ?? 100
  }

  @Test func nothingIsLostAndNoSecretIsLeft() async throws {
    let seed =
      ProcessInfo.processInfo.environment["SWITCHBACK_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    print("KillMatrixTests: SWITCHBACK_SEED=\(seed)")
    var killed = 0
    try await Served.serving(.workplace()) { served in
      for number in 0..<count {
        let command = Command.allCases[number % Command.allCases.count]
        let kill: Kill =
          Int.random(in: 0..<4, using: &random) == 0
          ? .after(milliseconds: Int.random(in: 1...40, using: &random))
          : .at(
            Self.calls[Int.random(in: 0..<Self.calls.count, using: &random)],
            Int.random(in: 1...6, using: &random))
        if try await check(command, kill, served) { killed += 1 }
      }
    }
    // Some commands do not make the call so often, and some have ended before their time.
    #expect(killed >= count / 4, "only \(killed) of \(count) were killed")
  }

  private enum Kill {
    /// At the start of the nth call of that name.
    case at(String, Int)
    case after(milliseconds: Int)

    func words(_ command: [String]) -> [String] {
      switch self {
      case .at(let call, let number):
        [
          "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
          "inject=\(call):signal=KILL:when=\(number)", "switchback",
        ] + command
      case .after(let milliseconds):
        [
          "timeout", "-s", "KILL", "0.0\(milliseconds < 10 ? "0" : "")\(milliseconds)",
          "switchback",
        ]
          + command
      }
    }
  }

  /// True if the command was killed.
  private func check(
    _ command: Command, _ kill: Kill, _ served: Served
  ) async throws -> Bool {
    let home = try Home(["AWS_ENDPOINT_URL": served.url, "BROWSER": "none"])
    try home.config(Self.configuration)
    try home.write("home/.aws/credentials", Self.users)
    try home.write("config/switchback/config.yaml", Self.settings)
    for file in ["home/.aws/config", "home/.aws/credentials", "config/switchback/config.yaml"] {
      try #require(chmod(home.path(file), 0o600) == 0)
    }
    // There is something to lose: two switches, and for a logout a login.
    for _ in 1...2 { _ = try await home.switchback("exec", "base", "--", "true") }
    if command == .logout { _ = try await home.switchback("login", "harbour", "--no-browser") }

    let what = "\(command) \(kill)"
    let first = try await home.run(kill.words(command.words))
    try #require(first.status != 127, "strace and timeout are needed: \(first)")
    let (next, took) = try await timed(home, command.words)
    #expect(next.status == 0, "\(what): \(next)")
    // How slow the machine is just now; a login asks for its approval once a second.
    let (_, usual) = try await timed(home, ["list"])
    let most: Duration = (command == .login ? .seconds(10) : .seconds(3)) + usual * 10
    #expect(took < most, "\(what): \(took), and a list takes \(usual)")
    try await checkWhatIsKept(home, command, what)
    try checkWhatIsLeft(home, what)
    return first.status == 137
  }

  private func timed(_ home: Home, _ words: [String]) async throws -> (Outcome, Duration) {
    let began = ContinuousClock.now
    let outcome = try await home.run(["switchback"] + words)
    return (outcome, ContinuousClock.now - began)
  }

  private func checkWhatIsKept(_ home: Home, _ command: Command, _ what: String) async throws {
    let recent = try await home.switchback("recent", "--json")
    #expect(recent.status == 0 && recent.errors.isEmpty, "\(what): \(recent)")
    let rows = try recent.json(as: [Recent].self)
    #expect(rows.count >= (command == .clear ? 0 : 2), "\(what): \(rows)")
    #expect(try home.read("config/switchback/config.yaml") == Self.settings, "\(what)")
    #expect(try home.read("home/.aws/credentials").hasPrefix(Self.users), "\(what)")
    #expect(try home.read("home/.aws/config") == Self.configuration, "\(what)")
  }

  /// No file but those that are meant to holds a secret, none can be read by others, none is a
  /// temporary one.
  private func checkWhatIsLeft(_ home: Home, _ what: String) throws {
    let secrets = [mayasSecret, "longLivedSecretOfMine"] + home.tokens
    for (name, bytes) in home.files where !name.hasPrefix("bin/") && name != "log" {
      let text = String(decoding: bytes, as: UTF8.self)
      let mayHold =
        name == "home/.aws/config" || name == "home/.aws/credentials"
        || name.hasPrefix("home/.aws/credentials.backup-")
        || name.wholeMatch(of: /home\/\.aws\/sso\/cache\/[0-9a-f]{40}\.json/) != nil
      #expect(mayHold || !secrets.contains { text.contains($0) }, "\(what): \(name) holds a secret")
      #expect(!bytes.isEmpty || !name.contains("backup"), "\(what): \(name) is empty")
      #expect(!isTemporary(name), "\(what): \(name) is left")
    }
  }

  private func isTemporary(_ name: String) -> Bool {
    let last = name.split(separator: "/").last.map { String($0) } ?? ""
    return last.contains(/\.[0-9]+\.[0-9]+$/) || last.hasPrefix(".switchback")
      || last.contains(/sqlite\.[0-9A-F-]{36}/)
      || name.hasPrefix("runtime/switchback-") || name.hasPrefix("tmp/switchback-")
  }
}

extension Home {
  /// Every regular file below the home, by its path from there.
  fileprivate var files: [(name: String, bytes: Data)] {
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return all.compactMap { name in
      var found = stat()
      guard lstat(path(name), &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
      return (try? Data(contentsOf: root.appending(path: name))).map { (name, $0) }
    }
  }

  /// The tokens of logins that the AWS CLI's cache holds now.
  fileprivate var tokens: [String] {
    names(in: "home/.aws/sso/cache").flatMap { name -> [String] in
      guard let text = try? read("home/.aws/sso/cache/" + name) else { return [] }
      return text.matches(of: /"(?:accessToken|refreshToken)":\s*"([^"]+)"/).map { String($0.1) }
    }
  }
}
