import Canvas
import Foundation
import Glibc
import Shells
import Testing

/// Shells that are switched at their prompt.
struct InPlaceTests {
  private static let dev = Identity.sample("Développement", entry: "dev", color: .rgb(0, 0x80, 0))

  private func handOver(_ handover: Handover, to shell: RealShell) throws {
    try shell.home.write("private/" + shell.syntax.handoverName, handover.text)
  }

  private func to(
    _ identity: Identity, _ shell: RealShell, _ environment: [String: String] = [:]
  ) -> Handover {
    let base = ["TERM": "xterm-256color", "SWITCHBACK_ENTRY": "prod"]
    return Handover(
      to: identity, in: base.merging(environment) { $1 }, syntax: shell.syntax)
  }

  @Test(arguments: RealShell.prompting)
  func theNextPromptHasTheOtherEntry(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    try handOver(to(Self.dev, shell), to: shell)
    let prompt = try shell.run("sh -c 'exit 37'", until: "USER> ")
    #expect(prompt.hasSuffix(" Développement  USER> "))
    #expect(!prompt.contains("Production"))
    _ = try shell.run("echo \"<\(shell.status) $AWS_SSO_PROFILE>\"", until: "<37 dev>")
    #expect(try shell.home.names(in: "private") == [])
    let written = String(decoding: shell.written, as: UTF8.self)
    #expect(written.contains("\u{1B}]2;Développement · 111111111111 · Admin\u{1B}\\"))
    #expect(written.contains("\u{1B}[0;48;5;28;38;5;231m"))
  }

  /// The command is a script that leaves the handover of the test.
  @Test(arguments: RealShell.all)
  func theRestOfTheLineRunsAsTheOtherEntry(_ path: String) throws {
    let shell = try RealShell(path, script: "mv waiting \"$SWITCHBACK_HANDOVER\"; exit 5")
    try shell.read(until: "USER> ")
    try shell.home.write("waiting", to(Self.dev, shell).text)
    let and = shell.isFish ? "; or" : " ||"
    _ = try shell.run(
      "switchback x\(and) echo \"<\(shell.status) $SWITCHBACK_ENTRY>\"", until: "<5 dev>")
    #expect(try shell.run("true", until: "USER> ").hasSuffix(" Développement  USER> "))
  }

  @Test(arguments: RealShell.prompting)
  func aFileOfAnotherUserIsNotRead(_ path: String) throws {
    guard getuid() == 0 else { return }
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    try handOver(to(Self.dev, shell), to: shell)
    #expect(chown(shell.handover, 65534, 65534) == 0)
    #expect(try shell.run("true", until: "USER> ").hasSuffix(" Production, admin  USER> "))
  }

  @Test(arguments: RealShell.prompting)
  func offRestoresTheEarlierEnvironment(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    let before = ["SWITCHBACK_ENTRY": nil, "AWS_PROFILE": "it's $(mine)\\"].compactMapValues { $0 }
    let handover = Handover(
      to: Self.dev, in: before.merging(["TERM": "xterm"]) { $1 }, syntax: shell.syntax)
    try handOver(handover, to: shell)
    _ = try shell.run("true", until: " Développement  USER> ")
    try handOver(.deactivating(["TERM": "xterm"], syntax: shell.syntax), to: shell)
    let prompt = try shell.run("true", until: "USER> ")
    #expect(!prompt.contains("Développement"))
    _ = try shell.run(
      "printf '<%s>\\n' \"$AWS_PROFILE/$AWS_ACCESS_KEY_ID\"", until: "<it's $(mine)\\/>")
    _ = try shell.run("env | grep -c 'SWITCHBACK_[ELC]'", until: "0")
  }

  @Test(arguments: RealShell.prompting, hostileNames)
  func noNameRunsACommand(_ path: String, _ name: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    try handOver(to(.sample(name, entry: name), shell), to: shell)
    _ = try shell.run("true", until: "USER> ")
    _ = try shell.run("true", until: "USER> ")
    #expect(shell.end() == 0)
    #expect(!shell.home.has("PWNED"))
    #expect(!String(decoding: shell.written, as: UTF8.self).contains("\u{1B}]0;OWNED"))
  }

  @Test(arguments: RealShell.prompting)
  func aSentenceIsPrintedOnce(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    let environment = ["SWITCHBACK_ENTRY": "prod", "AWS_ACCESS_KEY_ID": "ASIASAMPLE"]
    let handover = Handover.notifying("a code is needed", in: environment, syntax: shell.syntax)
    try shell.home.write("private/" + shell.syntax.renewalName, handover.text)
    #expect(try shell.run("true", until: "USER> ").contains("a code is needed"))
    #expect(!(try shell.run("true", until: "USER> ").contains("a code is needed")))
  }

  /// A renewal that was running when the shell was switched.
  @Test(arguments: RealShell.prompting)
  func newCredentialsOfTheFormerEntryAreIgnored(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    let environment = [
      "SWITCHBACK_ENTRY": "prod", "AWS_ACCESS_KEY_ID": "ASIASAMPLE", "TERM": "xterm-256color",
    ]
    func renew(_ label: String) throws {
      let renewed = Handover.renewing(
        .sample(label, isReadOnly: true), in: environment, syntax: shell.syntax)
      try shell.home.write("private/" + shell.syntax.renewalName, renewed.text)
    }
    // Both at once: neither is lost, and the switch is effective.
    try renew("Renewed")
    try handOver(to(Self.dev, shell), to: shell)
    #expect(try shell.run("true", until: "USER> ").hasSuffix(" Développement  USER> "))
    try renew("Renewed again")
    #expect(try shell.run("true", until: "USER> ").hasSuffix(" Développement  USER> "))
    _ = try shell.run("echo \"<$SWITCHBACK_ENTRY>\"", until: "<dev>")
    #expect(try shell.home.names(in: "private") == [])
  }

  @Test(arguments: RealShell.prompting)
  func aBackgroundJobKeepsItsCredentials(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    let job = "sh -c 'read line <go; echo \"<$SWITCHBACK_ENTRY>\"' &"
    #expect(mkfifo(shell.home.path + "/go", 0o600) == 0)
    _ = try shell.run(job, until: "USER> ")
    try handOver(to(Self.dev, shell), to: shell)
    _ = try shell.run("true", until: "Développement")
    _ = try shell.run("echo >go", until: "<prod>")
  }
}
