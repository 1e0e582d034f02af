import Foundation
import Sandbox
import Testing

/// What `switchback each` prints, and what it goes on from.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct EachReportTests {
  struct Line: Decodable {
    var entry: String
    var display_name: String
    var account_id: String?
    var role_name: String?
    var region: String?
    var exit_status: Int?
    var seconds: Double
    var stdout: String?
    var stderr: String?
    var error: String?
  }

  private func lines(_ outcome: Outcome) throws -> [Line] {
    try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  private let roles = """
    [profile prod]
    role_arn = \(FakeAWS.role("Admin"))
    source_profile = base
    display_name = Production
    region = eu-west-1
    [profile closed]
    role_arn = \(FakeAWS.role("Closed"))
    source_profile = base
    external_id = ours
    [profile guarded]
    role_arn = \(FakeAWS.role("Guarded"))
    source_profile = base
    mfa_serial = \(mayasPhone)

    """

  @Test func aLineOfJSONForEach() async throws {
    let home = try Home()
    try home.config(workplace(roles))
    try await Served.serving(.workplace()) { served in
      let ended = try await home.switchback(
        "each", "--match", "*", "--json", "--", "sh", "-c",
        #"printf 'a\n"\303\244\377'; echo b >&2; exit 3"#, with: ["AWS_ENDPOINT_URL": served.url])
      #expect(ended.status == 3)
      let all = Dictionary(uniqueKeysWithValues: try lines(ended).map { ($0.entry, $0) })
      #expect(all.keys.sorted() == ["base", "closed", "guarded", "prod"])
      let prod = try #require(all["prod"])
      #expect(prod.display_name == "Production" && prod.account_id == "222233334444")
      #expect(prod.role_name == "Admin" && prod.region == "eu-west-1")
      #expect(prod.exit_status == 3 && prod.error == nil && prod.seconds >= 0)
      #expect(prod.stdout == "a\n\"ä\u{FFFD}" && prod.stderr == "b\n")
      let closed = try #require(all["closed"])
      #expect(closed.exit_status == nil && closed.stdout == nil)
      #expect(closed.error?.contains("external ID 'ours'") == true)
      #expect(all["guarded"]?.error?.contains(mayasPhone) == true)
      #expect(ended.errors.contains("2 failed, 2 refused, in "), "\(ended)")
    }
  }

  /// Nobody is there to log in: who needs no login is done all the same, and nothing is asked of
  /// AWS for the others.
  @Test func withoutALoginTheReasonIsSaidOnce() async throws {
    let home = try Home()
    let more = (1...20).map { number in
      """
      [profile dev-\(number)]
      sso_session = harbour
      sso_account_id = 111122223333
      sso_role_name = Developer

      """
    }
    try home.config(workplaceLogin + more.joined() + storedKeys("keys"))
    try await Served.serving(.workplace()) { served in
      let ended = try await home.switchback(
        "each", "--match", "dev-*", "--entry", "keys", "--", "true",
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(ended.status == 3)
      #expect(ended.errors.contains("1 done, 20 refused, in "), "\(ended)")
      let reasons = ended.errors.components(separatedBy: "refused  0s  ").dropFirst()
      #expect(reasons.first?.contains("`switchback login harbour`") == true, "\(ended)")
      #expect(reasons.dropFirst().allSatisfy { $0.hasPrefix("same as dev-1\n") }, "\(ended)")
      #expect(served.calls().isEmpty)
    }
  }

  @Test func aLineAsItComesWithItsEntry() async throws {
    let home = try Home()
    try home.config(storedKeys("dev") + storedKeys("prod"))
    let ended = try await home.switchback(
      "each", "--match", "*", "--stream", "--parallel", "1", "--", "sh", "-c",
      "echo one; echo two >&2; printf three")
    #expect(ended.output == "dev | one\ndev | three\nprod | one\nprod | three\n")
    #expect(ended.errors.hasPrefix("dev | two\ndev: done, 0s\nprod | two\n"), "\(ended)")
  }

  /// As without us in between: `yes | head`.
  @Test func aReaderThatGoesEndsWhoWritesToIt() async throws {
    let home = try Home()
    try home.config(storedKeys("dev"))
    let ended = try await home.run([
      "bash", "-c",
      "switchback each --entry dev --stream -- yes | head -2; exit ${PIPESTATUS[0]}",
    ])
    #expect(ended.status == 1 && ended.output == "dev | y\ndev | y\n", "\(ended)")
    #expect(ended.errors.contains("failed, exit 141"), "\(ended)")
  }

  @Test func theFirstFailureEndsTheOthers() async throws {
    let home = try Home()
    try home.config(["a", "b", "c", "d"].map { storedKeys($0) }.joined())
    // It is told to end once both run.
    try home.write("go", "")
    let script = """
      case $SWITCHBACK_ENTRY in
      a) mkfifo $0/fifo 2> /dev/null; read line < $0/fifo; exit 4 ;;
      b) mkfifo $0/fifo 2> /dev/null; trap 'echo told >> $0/told; exit 0' TERM
        echo > $0/fifo; sleep 300 & wait ;;
      *) touch $0/ran ;;
      esac
      """
    let ended = try await home.run([
      "switchback", "each", "--match", "*", "--parallel", "2", "--fail-fast", "--", "sh", "-c",
      script, home.path("work"),
    ])
    #expect(ended.status == 1)
    #expect(ended.errors.contains("1 done, 1 failed, 2 not run, in "), "\(ended)")
    #expect(try home.read("work/told") == "told\n")
    #expect(!home.names(in: "work").contains("ran"))
  }

  @Test func whatFailedIsRunAgain() async throws {
    let home = try Home()
    try home.config(["a", "b", "c"].map { storedKeys($0) }.joined())
    let script = "echo $SWITCHBACK_ENTRY >> $0; [ $SWITCHBACK_ENTRY = b ]"
    let first = try await home.switchback(
      "each", "--match", "*", "--", "sh", "-c", script, home.path("ran"))
    #expect(first.status == 1)
    try home.write("ran", "")
    #expect(try await home.switchback("each", "--failed", "--parallel", "1").status == 1)
    #expect(try home.read("ran") == "a\nc\n")
    let kept = home.path("state/switchback/each.json")
    #expect(
      try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int == 0o600)
    // Another command, and then nothing is left.
    #expect(try await home.switchback("each", "--failed", "--", "true").status == 0)
    let none = try await home.switchback("each", "--failed")
    #expect(none.refuses(1, saying: "succeeded for every entry"), "\(none)")
  }

  @Test func whatIsClearedLeavesNothingToRunAgain() async throws {
    let home = try Home()
    try home.config(storedKeys("a"))
    let first = try await home.switchback("each", "--entry", "a", "--", "sh", "-c", "exit 1")
    #expect(first.status == 1)
    #expect(try await home.switchback("recent", "--clear").status == 0)
    #expect(!home.names(in: "state/switchback").contains("each.json"))
    let none = try await home.switchback("each", "--failed")
    #expect(none.refuses(2, saying: "has not been run yet"), "\(none)")
  }

  @Test func whatIsKeptIsClosedToOthers() async throws {
    let home = try Home()
    try home.config(storedKeys("a"))
    #expect(try await home.switchback("each", "--entry", "a", "--", "false").status == 1)
    for (path, mode) in [("state/switchback", 0o700), ("state/switchback/each.json", 0o600)] {
      let found = try FileManager.default.attributesOfItem(atPath: home.path(path))
      #expect(found[.posixPermissions] as? Int == mode, "\(path)")
    }
  }

  /// Nor is an earlier run, which would be taken for this one.
  @Test(arguments: ["SECRET", "--secret=SECRET", "key: SECRET\n"])
  func aCommandThatHoldsAKeyIsNotKept(word: String) async throws {
    let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    let home = try Home()
    try home.config(storedKeys("a"))
    #expect(try await home.switchback("each", "--entry", "a", "--", "false").status == 1)
    let ended = try await home.switchback(
      "each", "--entry", "a", "--", "false", word.replacing("SECRET", with: secret))
    #expect(ended.status == 1 && !ended.errors.contains(secret), "\(ended)")
    #expect(ended.errors.components(separatedBy: "seems to contain an AWS key").count == 2)
    #expect(!home.names(in: "state/switchback").contains("each.json"))
    let again = try await home.switchback("each", "--failed")
    #expect(again.refuses(2, saying: "has not been run yet"), "\(again)")
  }

  @Test func aDamagedMemoryIsNamed() async throws {
    let home = try Home()
    try home.config(storedKeys("a"))
    try home.write("state/switchback/each.json", "{")
    #expect(try await home.switchback("each", "--failed").refuses(2, saying: "each.json"))
  }

  @Test func whatIsToBeConfirmedIsSoByCount() async throws {
    let home = try Home()
    try home.config(storedKeys("a") + storedKeys("b") + storedKeys("c"))
    try home.write(
      "config/switchback/config.yaml", "rules:\n  - {match: '[ab]', confirm: true}\n")
    let touch = ["--", "touch", home.path("ran")]
    let refused = try await home.run(["switchback", "each", "--match", "*"] + touch)
    #expect(refused.refuses(2, saying: "2 entries need", "a, b", "--confirm-all 2"), "\(refused)")
    let wrong = try await home.run(
      ["switchback", "each", "--match", "*", "--confirm-all", "3"] + touch)
    #expect(wrong.refuses(2, saying: "2 entries need"), "\(wrong)")
    #expect(!home.names(in: "").contains("ran"))
    let right = try await home.run(
      ["switchback", "each", "--match", "*", "--confirm-all", "2"] + touch)
    #expect(right.status == 0, "\(right)")
  }
}
