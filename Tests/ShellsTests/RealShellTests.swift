import Testing

/// Each shell that is installed, on a terminal; those that are not are skipped.
struct RealShellTests {
  private func status(_ shell: String) -> String { shell.hasSuffix("fish") ? "$status" : "$?" }

  @Test(arguments: RealShell.all)
  func theBadgeStandsBeforeTheUsersPrompt(_ path: String) throws {
    let shell = try RealShell(path)
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin  USER> "))
    #expect(String(decoding: shell.written, as: UTF8.self).contains("\u{1B}[0;48;5;160;38;5;231m"))
  }

  @Test(arguments: RealShell.all)
  func aDeeperShellSaysHowDeep(_ path: String) throws {
    let shell = try RealShell(path, .sample(depth: 2))
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin (2)  USER> "))
  }

  @Test(arguments: RealShell.all)
  func aReadOnlyShellSaysSo(_ path: String) throws {
    let shell = try RealShell(path, .sample(depth: 2, isReadOnly: true))
    #expect(
      try shell.read(until: "USER> ").hasSuffix(" Production, admin read-only (2)  USER> "))
    let command = "echo \"<$SWITCHBACK_LABEL/$SWITCHBACK_READ_ONLY>\""
    _ = try shell.run(command, until: "<Production, admin/1>")
  }

  @Test(arguments: RealShell.all)
  func theUsersFilesCannotHideThatItIsReadOnly(_ path: String) throws {
    let change =
      path.hasSuffix("fish") ? "set -e SWITCHBACK_READ_ONLY" : "unset SWITCHBACK_READ_ONLY"
    let shell = try RealShell(path, .sample(isReadOnly: true), rc: change)
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin read-only  USER> "))
    _ = try shell.run("echo \"<$SWITCHBACK_READ_ONLY>\"", until: "<1>")
  }

  @Test(arguments: RealShell.all)
  func withoutColorsTheBadgeHasBrackets(_ path: String) throws {
    let shell = try RealShell(path, environment: ["NO_COLOR": "1"])
    #expect(try shell.read(until: "USER> ").hasSuffix("[Production, admin] USER> "))
  }

  @Test(arguments: RealShell.all)
  func theStatusOfACommandIsKept(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    _ = try shell.run("sh -c 'exit 37'", until: "USER> ")
    _ = try shell.run("echo \"<\(status(path))>\"", until: "<37>")
    #expect(shell.end("exit 7") == 7)
  }

  @Test(arguments: RealShell.all)
  func startUpFilesAreReadAndTheGeneratedOnesRemoved(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    #expect(try shell.home.names(in: "private") == [])
    let name = path.split(separator: "/").last ?? ""
    _ = try shell.run("echo \"<$READ $ENV>\"", until: "<\(name) $HOME/.shrc>")
    _ = try shell.run("echo \"<$(env | grep -c 'ZDOTDIR=\\|^__')>\"", until: "<0>")
    #expect(shell.end() == 0)
    // Only the program that started dash knows that it ends.
    #expect(path.hasSuffix("dash") || !shell.home.has("private"))
  }

  @Test(arguments: RealShell.all)
  func anUnusualDirectoryWorks(_ path: String) throws {
    let shell = try RealShell(
      path, folder: "a b'c\"$(touch PWNED)\\`touch PWNED`")
    try shell.read(until: " Production, admin  USER> ")
    #expect(try shell.home.names.allSatisfy { $0.hasPrefix(".") || $0.hasPrefix("a b") })
  }

  @Test(arguments: RealShell.all)
  func theUsersFilesCannotChangeTheIdentity(_ path: String) throws {
    let change =
      path.hasSuffix("fish")
      ? "set -gx AWS_PROFILE mine; set -gx AWS_REGION mine; set -gx AWS_ACCESS_KEY_ID mine"
      : "export AWS_PROFILE=mine AWS_REGION=mine AWS_ACCESS_KEY_ID=mine"
    let shell = try RealShell(path, .sample(), rc: change)
    try shell.read(until: "USER> ")
    let command = "echo \"<$AWS_PROFILE/$AWS_REGION/$AWS_ACCESS_KEY_ID/$AWS_SESSION_TOKEN>\""
    _ = try shell.run(command, until: "</eu-central-1/ASIASAMPLE/a//token>")
  }

  @Test(arguments: RealShell.all, hostileNames)
  func noNameRunsACommand(_ path: String, _ name: String) throws {
    let shell = try RealShell(path, .sample(name, entry: name))
    try shell.read(until: "USER> ")
    _ = try shell.run("sh -c 'exit 37'", until: "USER> ")
    _ = try shell.run("echo \"<\(status(path))>\"", until: "<37>")
    #expect(shell.end("exit 6") == 6)
    #expect(!shell.home.has("PWNED"))
    #expect(!String(decoding: shell.written, as: UTF8.self).contains("\u{1B}]0;OWNED"))
  }

  @Test(arguments: RealShell.all.filter { !$0.hasSuffix("dash") })
  func anEndingShellEmptiesTheTitle(_ path: String) throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    _ = shell.end()
    #expect(String(decoding: shell.written, as: UTF8.self).contains("\u{1B}]2;\u{07}"))
  }
}
