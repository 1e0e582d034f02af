import Testing

@Suite(.enabled(if: dash != nil, "dash is not installed"))
struct PosixStartUpTests {
  private let path = dash ?? ""

  @Test(arguments: [
    "$HOME/.shrc", "${HOME}/a b", "own", "./own", "/nowhere", "", "\"", "$(echo \"`\\",
  ])
  func theUsersFileIsFoundAsTheShellWouldFindIt(_ file: String) throws {
    let mark = "MARK=read\nPS1='USER> '\n"
    let shell = try RealShell(
      path, files: [".shrc": mark, "a b": mark, "own": mark], environment: ["ENV": file])
    try shell.read(until: " Production, admin ")
    let isThere = !["/nowhere", "", "\"", "$(echo \"`\\"].contains(file)
    _ = try shell.run("echo \"<$MARK>\"", until: isThere ? "<read>" : "<>")
    _ = try shell.run("printf '<%s>\\n' \"$ENV\"", until: "<\(file)>")
  }

  @Test func bashInPOSIXModeCountsThePromptsWidth() throws {
    guard let bash = RealShell.all.first(where: { $0.hasSuffix("/bash") }) else { return }
    let shell = try RealShell(
      bash, files: [".shrc": "PS1='USER> '\n"], environment: ["POSIXLY_CORRECT": "y"])
    try shell.read(until: " Production, admin  USER> ")
    // The line ends at column 100: a colour that was counted would break it earlier.
    let typed = String(repeating: "x", count: 60)
    let line = try shell.run(": \(typed)", until: "USER> ")
    #expect(line.contains(typed))
  }

  @Test func withoutENVThereIsNoneAfterwards() throws {
    let shell = try RealShell(path, environment: ["ENV": "", "HOME": "/nowhere"])
    try shell.read(until: " Production, admin ")
    _ = try shell.run(
      "echo \"<$(env | grep -v ^SWITCHBACK_HANDOVER= | grep -c '^__\\|private')>\"", until: "<0>")
  }
}

private let dash = RealShell.all.first { $0.hasSuffix("/dash") }
