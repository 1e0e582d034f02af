import Testing

@Suite(.enabled(if: zsh != nil, "zsh is not installed"))
struct ZshStartUpTests {
  private let path = zsh ?? ""

  @Test(arguments: [
    "precmd() { PROMPT='THEME> ' }",
    "autoload -Uz add-zsh-hook; t() { PROMPT='THEME> ' }; add-zsh-hook precmd t",
    "setopt prompt_subst; PROMPT='$(echo THEME)> '", "setopt prompt_bang; PROMPT='THEME> '",
    "PROMPT='THEME> '; t() { PROMPT='THEME> ' }; late() { precmd_functions+=(t) }; "
      + "precmd_functions+=(late)",
    "setopt ksh_arrays sh_word_split no_unset; PROMPT='THEME> '",
    "precmd() { psvar=(x y); PROMPT='THEME> ' }",
  ])
  func oneBadgeIsBeforeARebuiltPrompt(_ theme: String) throws {
    let shell = try RealShell(path, rc: theme)
    for _ in 1...3 {
      let prompt = try shell.run("true", until: "THEME> ")
      #expect(prompt.components(of: "Production, admin") == 1, "\(prompt.debugDescription)")
    }
  }

  @Test(arguments: hostileNames)
  func noNameRunsACommandUnderPromptSubst(_ name: String) throws {
    let shell = try RealShell(path, .sample(name), rc: "setopt prompt_subst prompt_bang")
    try shell.read(until: "USER> ")
    #expect(shell.end() == 0)
    #expect(!shell.home.has("PWNED"))
  }

  @Test func theUsersDirectoryMayBeSetInZshenv() throws {
    let shell = try RealShell(
      path,
      files: [
        ".zshenv": "export ZDOTDIR=$HOME/own\n",
        "own/.zshrc": "PROMPT='OWN> '\nHISTFILE=$ZDOTDIR/.h SAVEHIST=9 HISTSIZE=9\n",
      ])
    try shell.read(until: " Production, admin  OWN> ")
    _ = try shell.run("zsh -c 'echo \"<$ZDOTDIR>\"'", until: "<\(shell.home.path)/own>")
    #expect(shell.end() == 0)
    #expect(shell.home.has("own/.h"))
  }

  @Test func theUsersDirectoryMayComeFromTheEnvironment() throws {
    let own = try Folder()
    try own.write(".zshenv", "export FIRST=zshenv")
    try own.write(".zshrc", "PROMPT='OWN> '")
    let shell = try RealShell(path, environment: ["ZDOTDIR": own.path])
    try shell.read(until: " Production, admin  OWN> ")
    _ = try shell.run("echo \"<$FIRST $ZDOTDIR>\"", until: "<zshenv \(own.path)>")
  }

  @Test func withoutStartUpFilesNothingIsLeft() throws {
    let shell = try RealShell(path, files: [".zshenv": "setopt no_rcs\n"])
    _ = try shell.run("echo \"<${ZDOTDIR-none}>\"", until: "<none>")
    #expect(try shell.home.names(in: "private") == [])
  }

  @Test func aHistoryFileInTheDirectoryIsMovedToTheUsersHome() throws {
    // As an /etc/zsh/zshrc does that says HISTFILE=${ZDOTDIR:-$HOME}/.zsh_history.
    let shell = try RealShell(path, files: [".zshenv": "HISTFILE=$HOME/private/.zsh_history"])
    try shell.read(until: "USER> ")
    _ = try shell.run("echo \"<$HISTFILE>\"", until: "<\(shell.home.path)/.zsh_history>")
  }

  @Test func nothingIsLeftBehindInTheShell() throws {
    let shell = try RealShell(path)
    try shell.read(until: "USER> ")
    _ = try shell.run(
      "echo \"<$(typeset | grep -v ^SWITCHBACK_HANDOVER= | grep -c 'private\\|_kept')>\"",
      until: "<0>")
  }
}

private let zsh = RealShell.all.first { $0.hasSuffix("/zsh") }
