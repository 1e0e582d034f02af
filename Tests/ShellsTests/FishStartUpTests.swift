import Testing

@Suite(.enabled(if: fish != nil, "fish is not installed"))
struct FishStartUpTests {
  private let path = fish ?? ""

  @Test(arguments: [
    "function fish_prompt; echo line; echo -n 'THEME> '; end",
    "function fish_prompt; set_color red; echo -n 'THEME> '; set_color normal; end",
  ])
  func oneBadgeIsBeforeThePrompt(_ theme: String) throws {
    let shell = try RealShell(path, rc: theme)
    let prompt = try shell.read(until: "THEME> ")
    #expect(!prompt.contains("line THEME"))
    #expect(prompt.components(of: "Production, admin") == 1, "\(prompt.debugDescription)")
  }

  @Test func thePromptSeesTheStatusOfEveryCommandOfAPipe() throws {
    let theme = "function fish_prompt; echo -n \"[$pipestatus]THEME> \"; end"
    let shell = try RealShell(path, rc: theme)
    try shell.read(until: "THEME> ")
    _ = try shell.run("sh -c 'exit 3' | sh -c 'exit 4'", until: "[3 4]THEME> ")
  }

  @Test func aPromptChosenLaterGetsTheBadgeToo() throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    let prompt = try shell.run("function fish_prompt; echo -n 'LA''TER> '; end", until: "LATER> ")
    #expect(prompt.hasSuffix(" Production, admin  LATER> "))
  }

  @Test func aUniversalVariableThatStaysIsNamed() throws {
    let shell = try RealShell(path, rc: "set -Ux AWS_PROFILE mine")
    let start = try shell.read(until: "USER> ")
    #expect(start.contains("set -eU AWS_PROFILE"))
  }
}

private let fish = RealShell.all.first { $0.hasSuffix("/fish") }
