import Testing

/// Display names that would like to be run.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct HostileNamesTests {
  static let names = [
    "$(touch pwned)", "`touch pwned`", "${x:=$(touch pwned)}", "'; touch pwned; '",
    "\u{1B}]0;pwned\u{7}\u{1B}[31mred", "\\u0024(touch pwned) \\n %F{red} !!",
    "開発アカウント 🚀 e\u{301}\u{301}", "\u{202E}dorp\u{2066}", String(repeating: "very long ", count: 30),
  ]

  @Test(arguments: names, ["/bin/bash", "/usr/bin/zsh", "/usr/bin/fish"])
  func nothingIsRunOrDrawn(name: String, shell: String) async throws {
    let home = try Home(["SHELL": shell])
    try home.write("home/.zshrc", "PS1='ready> '\n")
    try home.write("config/fish/config.fish", "function fish_prompt; echo -n 'ready> '; end\n")
    // Without this folder fish begins to make completions of every manual page.
    try home.write("home/.local/share/fish/generated_completions/none", "")
    try home.config(storedKeys("alpha", more: "display_name = \(name)") + storedKeys("beta"))
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "beta")
    try await tmux.keys("alpha<enter>")
    try await tmux.waits(for: "ready>")
    try await tmux.keys(
      "printenv SWITCHBACK_LABEL > \(home.path("label"))<enter><enter>exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try tmux.damage() == [])
    #expect(!(home.names(in: "work") + home.names(in: "home")).contains("pwned"))
    let label = try home.read("label").dropLast()
    #expect(
      !label.isEmpty
        && label.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  /// A profile's own name may be as bad as a display name; its quotes are closed, so that it is a
  /// profile.
  @Test(arguments: ["/bin/bash", "/usr/bin/zsh", "/usr/bin/fish"])
  func anEntrysNameIsOnlyAName(shell: String) async throws {
    let name = "x$(touch pwned)`touch pwned`%(!.a.b)'; touch pwned; '"
    let home = try Home(["SHELL": shell])
    try home.write("home/.zshrc", "PS1='ready> '\n")
    try home.write("config/fish/config.fish", "function fish_prompt; echo -n 'ready> '; end\n")
    try home.write("home/.local/share/fish/generated_completions/none", "")
    try home.config(storedKeys("\"\(name)\""))
    let tmux = try await Tmux(home, "switchback", "shell", name)
    try await tmux.waits(for: "ready>")
    try await tmux.keys(
      "printenv SWITCHBACK_ENTRY > \(home.path("entry"))<enter><enter>exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try home.read("entry") == name + "\n")
    #expect(!(home.names(in: "work") + home.names(in: "home")).contains("pwned"))
  }
}
