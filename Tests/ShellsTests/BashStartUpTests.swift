import Testing

@Suite(.enabled(if: bash != nil, "bash is not installed"))
struct BashStartUpTests {
  private let path = bash ?? ""

  @Test(arguments: [
    #"PROMPT_COMMAND='PS1="THEME> "'"#, #"PROMPT_COMMAND='PS1="THEME> ";'"#,
    #"PROMPT_COMMAND='PS1="THEME> " # a remark'"#,
    "t() { PS1='THEME> '; }; PROMPT_COMMAND=(true t)",
    "t() { local s=$?; PS1='THEME> '; return $s; }; PROMPT_COMMAND=t",
    "t() { PS1='THEME> '; }; late() { PROMPT_COMMAND+=(t); }; PROMPT_COMMAND=(late); PS1='THEME> '",
    "set -u; unset PROMPT_COMMAND PS1; PS1='THEME> '", "set -o posix; PS1='THEME> '",
    "shopt -s nocasematch extglob; IFS=_; PS1='THEME> '",
  ])
  func oneBadgeIsBeforeARebuiltPrompt(_ theme: String) throws {
    let shell = try RealShell(path, rc: theme)
    for _ in 1...3 {
      let prompt = try shell.run("true", until: "THEME> ")
      #expect(prompt.components(of: "Production, admin") == 1, "\(prompt.debugDescription)")
    }
  }

  @Test func aThemeLoadedLaterGetsTheBadgeToo() throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    _ = try shell.run(#"PROMPT_COMMAND="$PROMPT_COMMAND; PS1='THEME> '""#, until: "\rTHEME> ")
    _ = try shell.run("true", until: " Production, admin  THEME> ")
  }

  @Test(arguments: hostileNames)
  func noNameRunsACommandWithoutPromptvars(_ name: String) throws {
    let shell = try RealShell(path, .sample(name), rc: "shopt -u promptvars")
    try shell.read(until: "USER> ")
    _ = try shell.run("shopt -s promptvars", until: "USER> ")
    _ = try shell.run("true", until: "USER> ")
    #expect(shell.end() == 0)
    #expect(!shell.home.has("PWNED"))
  }

  @Test func withoutPromptvarsTheNameItselfIsShown() throws {
    let shell = try RealShell(path, .sample("a\\$b", depth: 2), rc: "shopt -u promptvars")
    #expect(try shell.read(until: "USER> ").hasSuffix(" a__b (2)  USER> "))
    let prompt = try shell.run("shopt -s promptvars", until: "USER> ")
    #expect(prompt.hasSuffix("\r a\\$b (2)  USER> "))
  }

  @Test func aReadOnlyShellSaysSoWithoutPromptvarsToo() throws {
    let shell = try RealShell(path, .sample(isReadOnly: true), rc: "shopt -u promptvars")
    #expect(try shell.read(until: "USER> ").hasSuffix(" Production, admin read-only  USER> "))
  }

  @Test func aChildOfAReadOnlyShellDoesNotInheritItsMark() throws {
    let shell = try RealShell(
      path, rc: "PS1='\(marked)'", environment: ["SWITCHBACK_READ_ONLY": "1"])
    #expect(!(try shell.read(until: "USER> ")).contains("read-only"))
    _ = try shell.run("echo \"<${SWITCHBACK_READ_ONLY-none}>\"", until: "<none>")
  }

  @Test func anInheritedPromptIsNotMarkedTwice() throws {
    let shell = try RealShell(
      path, rc: "PS1='\(marked)'",
      environment: ["PROMPT_COMMAND": #""${__switchback_hook-:}""#])
    let prompt = try shell.read(until: "USER> ")
    #expect(prompt.components(of: "Production, admin") == 1)
  }

  @Test func aChildThatInheritsThePromptRunsNothing() throws {
    let shell = try RealShell(path, rc: "export PS1 PROMPT_COMMAND=")
    try shell.read(until: "USER> ")
    let inner = try shell.run("bash --norc", until: "USER> ")
    #expect(!inner.contains("not found"))
    #expect(!(try shell.run("true", until: "USER> ")).contains("not found"))
    _ = try shell.run("exit", until: "USER> ")
    #expect(shell.end() == 0)
  }

  @Test func theUsersTrapAndHistoryStay() throws {
    let shell = try RealShell(path, rc: "trap 'echo MINE' EXIT")
    try shell.read(until: "USER> ")
    _ = try shell.run("echo \"<$HISTFILE>\"", until: "<\(shell.home.path)/.bash_history>")
    _ = try shell.run("trap -p | tr -d '\\n'", until: "trap -- 'echo MINE' EXIT")
    #expect(shell.end("exit 3") == 3)
    #expect(try shell.home.text(".bash_history").contains("HISTFILE"))
  }
}

/// A PS1 that another Switchback shell has marked and exported.
private let marked =
  #"${SWITCHBACK_LABEL:+\[\e[${__switchback_sgr-0}m\] }${SWITCHBACK_LABEL-}"#
  + #"${SWITCHBACK_LABEL:+${__switchback_suffix-}${__switchback_left-}}${SWITCHBACK_LABEL:+ \[\e[0m\] }USER> "#

private let bash = RealShell.all.first { $0.hasSuffix("/bash") }

extension String {
  /// How often a text occurs in this one.
  func components(of text: String) -> Int { ranges(of: text).count }
}
