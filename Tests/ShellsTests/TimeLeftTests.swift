import Foundation
import Shells
import Testing

/// The session's end in the prompt, and the renewal by the shell.
struct TimeLeftTests {
  private func identity(_ left: Int, _ renewal: Renewal? = nil) -> Identity {
    .sample(expiration: Date().addingTimeInterval(Double(left)), renewal: renewal)
  }

  @Test(arguments: RealShell.all)
  func underFifteenMinutesTheTimeIsShown(_ path: String) throws {
    let shell = try RealShell(path, identity(11 * 60 + 30))
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin 12m  USER> "))
  }

  @Test(arguments: RealShell.all)
  func aSessionThatHasEndedSaysSo(_ path: String) throws {
    let shell = try RealShell(path, identity(-5))
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin expired  USER> "))
  }

  @Test(arguments: RealShell.all)
  func credentialsThatAnotherProgramChangesAreShown(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    let set = shell.isFish ? "set -gx AWS_PROFILE" : "export AWS_PROFILE="
    #expect(
      try shell.run(set + (shell.isFish ? " x" : "x"), until: "USER> ")
        .hasSuffix(" Production, admin changed  USER> "))
    let unset = shell.isFish ? "set -e AWS_PROFILE" : "unset AWS_PROFILE"
    #expect(try shell.run(unset, until: "USER> ").hasSuffix(" Production, admin  USER> "))
  }

  /// One renewal at a time is started, in the background.
  @Test(arguments: RealShell.prompting)
  func theSessionIsRenewedInTime(_ path: String) throws {
    let due = Renewal(began: nil, end: Int(Date().timeIntervalSince1970) + 600)
    let shell = try RealShell(
      path, identity(600, due), files: ["go": "", "asked": ""],
      script: "echo \"$*\" >>\"$HOME/asked\"; exec cat \"$HOME/pipe\" >/dev/null", pipe: "pipe")
    try shell.read(until: "USER> ")
    try shell.run("true", until: "USER> ")
    try shell.run("true", until: "USER> ")
    // Opening the pipe finds the only process that waits on it.
    try shell.home.append("pipe", "done\n")
    #expect(try shell.home.text("asked") == "renew --quiet\n")
  }

  @Test(arguments: RealShell.prompting)
  func anEndedSessionIsRenewedBeforeThePrompt(_ path: String) throws {
    let due = Renewal(began: nil, end: Int(Date().timeIntervalSince1970) - 5)
    let renewed = Handover.renewing(
      .sample("Renewed"), in: ["SWITCHBACK_ENTRY": "prod", "AWS_ACCESS_KEY_ID": "ASIASAMPLE"],
      syntax: path.hasSuffix("fish") ? .fish : .posix)
    let shell = try RealShell(
      path, identity(-5, due), files: ["waiting": renewed.text],
      script: "mv \"$HOME/waiting\" \"$SWITCHBACK_HANDOVER\"")
    #expect(try shell.read(until: "USER> ").hasSuffix(" Renewed  USER> "))
  }

  /// A clock that is a day ahead, as AWS's responses have shown.
  @Test(arguments: RealShell.all)
  func theTimeIsAWSsWithAWrongClock(_ path: String) throws {
    var identity = identity(11 * 60 + 30 - 86_400)
    identity.clock = ShellClock(ahead: 86_400, setting: try clockSetting())
    let shell = try RealShell(path, identity)
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin 12m  USER> "))
  }

  /// The offset of a day no longer applies.
  @Test(arguments: RealShell.all)
  func aClockThatHasBeenSetIsTrusted(_ path: String) throws {
    var identity = identity(11 * 60 + 30)
    identity.clock = ShellClock(ahead: 86_400, setting: try clockSetting() + 86_400)
    let shell = try RealShell(path, identity)
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin 12m  USER> "))
  }

  /// Each renewed session seems to have expired.
  @Test(arguments: RealShell.prompting)
  func aRenewalIsNotAskedForAtEachPrompt(_ path: String) throws {
    let due = Renewal(began: nil, end: Int(Date().timeIntervalSince1970) - 5)
    let renewed = Handover.renewing(
      identity(-5, due), in: ["SWITCHBACK_ENTRY": "prod", "AWS_ACCESS_KEY_ID": "ASIASAMPLE"],
      syntax: path.hasSuffix("fish") ? .fish : .posix)
    let shell = try RealShell(
      path, identity(-5, due), files: ["waiting": renewed.text, "asked": ""],
      script: "echo \"$*\" >>\"$HOME/asked\"; cp \"$HOME/waiting\" \"$SWITCHBACK_HANDOVER\"")
    try shell.read(until: "USER> ")
    for _ in 0..<4 { try shell.run("true", until: "USER> ") }
    #expect(try shell.home.text("asked") == "renew --quiet\n")
  }

  private func clockSetting() throws -> Int {
    let uptime = try String(contentsOfFile: "/proc/uptime", encoding: .utf8)
    let seconds = try #require(uptime.split(separator: " ").first.flatMap { Double($0) })
    return Int(Date().timeIntervalSince1970 - seconds)
  }

  @Test(arguments: RealShell.prompting)
  func changedCredentialsAreNotRenewed(_ path: String) throws {
    let due = Renewal(began: nil, end: Int(Date().timeIntervalSince1970) + 600)
    let shell = try RealShell(path, identity(600), script: "echo \"$*\" >>\"$HOME/asked\"")
    try shell.read(until: "USER> ")
    let handover = Handover(
      to: identity(600, due), in: ["SWITCHBACK_ENTRY": "prod"], syntax: shell.syntax)
    let key = shell.isFish ? "set -gx AWS_ACCESS_KEY_ID mine\n" : "AWS_ACCESS_KEY_ID=mine\n"
    try shell.home.write("private/" + shell.syntax.handoverName, handover.text + key)
    #expect(try shell.run("true", until: "USER> ").contains("changed"))
    #expect(!shell.home.has("asked"))
  }
}

struct RenewalTests {
  @Test func aQuarterOfAnHourBeforeTheEnd() {
    let renewal = Renewal(began: 1000, end: 1000 + 3600)
    #expect(renewal.start == 1000 + 2700)
    #expect(renewal.pause == 60)
  }

  @Test func aShortSessionIsRenewedAfterAThird() {
    let renewal = Renewal(began: 1000, end: 1030)
    #expect(renewal.start == 1010)
    #expect(renewal.pause == 3)
  }
}
