import Testing

/// The Tab key in real shells: what is inserted is the name that was begun, and none of it is run.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct CompletionTests {
  /// What is typed up to Tab, quotes and all, and the entry that it begins.
  static let begun: [(typed: String, name: String)] = [
    ("pro", "prod"), ("two", "two words"), ("'tw", "two words"), ("\"two w", "two words"),
    ("col:on:", "col:on:s"), ("'$(to", "$(touch ran)"), ("quo", #"quo'te"d"#),
    ("back", #"back\slash"#), ("sem", "sem;touch ran"), ("ünï", "ünïcode"),
    ("tick", "tick`touch ran`"),
    ("bang", "bang!!"), ("sta", "star*"),
  ]

  private func home() throws -> Home {
    let home = try Home()
    let names = Set(Self.begun.map(\.name))
    // In a profile's header the AWS CLI takes quotes away as a shell does.
    try home.config(
      names.sorted().map { storedKeys("'\($0.replacing("'", with: #"'"'"'"#))'") }.joined())
    try home.write("home/.zshrc", "PROMPT='ready> '; setopt interactivecomments\n")
    try home.write("work/prod/a folder, not the entry", "")
    return home
  }

  private func start(_ shell: String, _ home: Home) async throws -> Tmux {
    switch shell {
    case "bash":
      let tmux = try await Tmux(home, "bash", "--rcfile", home.path("home/.bashrc"), "-i")
      try await tmux.waits(for: "ready>")
      try await tmux.keys(#"eval "$(switchback completions bash)"; echo lo''aded<enter>"#)
      try await tmux.waits(for: "loaded")
      return tmux
    case "zsh":
      let tmux = try await Tmux(home, "zsh", "-i", with: ["ZDOTDIR": home.path("home")])
      try await tmux.waits(for: "ready>")
      try await tmux.keys("autoload -Uz compinit && compinit -u -D<enter>")
      try await tmux.keys(#"eval "$(switchback completions zsh)"; echo lo''aded<enter>"#)
      try await tmux.waits(for: "loaded")
      return tmux
    default:
      try home.write(
        "config/fish/config.fish",
        "function fish_greeting; end; function fish_prompt; echo -n 'ready> '; end\n")
      try home.write("home/.local/share/fish/generated_completions/none", "")
      let tmux = try await Tmux(home, "fish", "-i")
      try await tmux.waits(for: "ready>")
      try await tmux.keys("switchback completions fish | source; echo lo''aded<enter>")
      try await tmux.waits(for: "loaded")
      return tmux
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func tabInsertsTheNameAndRunsNothing(_ shell: String) async throws {
    let home = try home()
    let tmux = try await start(shell, home)
    for (number, (typed, name)) in Self.begun.enumerated() {
      let file = "explained-\(number)"
      try await tmux.tmux(["send-keys", "-l", "--", "switchback explain --json \(typed)"])
      try await tmux.keys("<tab>")
      // A Tab that is still at work keeps what follows for later.
      try await tmux.tmux([
        "send-keys", "-l", "--", " > \(home.path(file)); echo d''one-\(number).",
      ])
      try await tmux.keys("<enter>")
      try await tmux.waits(for: "done-\(number).")
      let text = try home.read(file)
      #expect(text.contains(#""name": \#(json(name))"#), "\(shell), \(typed): \(text)")
    }
    #expect(home.names(in: "work") == ["prod"])
  }

  private func json(_ text: String) -> String {
    let escaped = text.replacing(#"\"#, with: #"\\"#).replacing("\"", with: #"\""#)
    return "\"\(escaped)\""
  }

  /// The words come from the catalogue as it was last read, while its files are as they were.
  @Test func everyCommandIsOffered() async throws {
    let home = try home()
    let ended = try await home.switchback("__complete", "zsh", "switchback", "")
    let help = try await home.switchback("--help")
    let offered = ended.output.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: "\t").first }
    #expect(offered.count > 15)
    #expect(offered.allSatisfy { help.output.contains("  \($0) ") || $0 == "help" }, "\(offered)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func behindTheDashesCommandsComplete(_ shell: String) async throws {
    let home = try home()
    try home.write("bin/onlyhere", "#!/bin/sh\necho ran-it\n")
    _ = try await home.run(["chmod", "+x", home.path("bin/onlyhere")])
    let tmux = try await start(shell, home)
    try await tmux.tmux(["send-keys", "-l", "--", "switchback exec prod -- onlyh"])
    try await tmux.keys("<tab><enter>")
    try await tmux.waits(for: "ran-it")
  }
}
