import Foundation
import Testing

/// Shells whose hook is gone, doubled, or among what other tools and settings do to prompts: each
/// ends with who the shell is, what its label says, and that both agree.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct ShellHooksTests {
  static let names = ["bash", "zsh", "fish", "dash"]
  /// Those that `init` knows.
  static let hooked = ["bash", "zsh", "fish"]

  /// A home in which every shell has a plain prompt, and `rc` after it, by the shell's name.
  private func home(_ shell: String, _ rc: [String: String] = [:]) throws -> Home {
    let home = try Home([
      "SHELL": "/usr/bin/" + shell, "TERM": "xterm-256color", "ENV": "$HOME/.shrc",
    ])
    for name in Self.names {
      for (file, text) in UsersShell(name: name, isLogin: false, rewrites: false).files {
        let isRead = !file.contains("profile") && !file.contains("generated")
        try home.write("home/" + file, text + (isRead ? rc[name, default: ""] + "\n" : ""))
      }
    }
    try home.config(
      storedKeys("alpha", more: "display_name = Alpha account")
        + storedKeys("beta", more: "display_name = Beta account"))
    return home
  }

  private func started(_ home: Home, isLogin: Bool = false) async throws -> Hooked {
    let command = ["switchback", "shell", "alpha"] + (isLogin ? ["--login"] : [])
    let tmux = try await Tmux(home, command, with: ["TERM": "xterm-256color"])
    try await tmux.waits(for: "Alpha account  USER>")
    return Hooked(tmux: tmux)
  }

  private static let initLines = [
    "bash": #"eval "$(switchback init bash)""#, "zsh": #"eval "$(switchback init zsh)""#,
    "fish": "switchback init fish | source",
  ]

  @Test(arguments: names, [false, true])
  func whatExecHasPutInItsPlaceIsNotSaidToSwitch(_ name: String, isLogin: Bool) async throws {
    let home = try home(name)
    let shell = try await started(home, isLogin: isLogin)
    // What a login shell reads gives PATH anew.
    let program = isLogin ? home.path("bin/switchback") : "switchback"
    let others = isLogin ? [name] : Self.names.filter { $0 != name } + [name]
    for other in others {
      try await shell.type("exec env X=1 \(other)", until: "\nUSER>")
      try await shell.type("\(program) off", until: "only works in")
      #expect(!(try await shell.tmux.screen().contains("Dropped")))
      try await shell.agrees("alpha", label: nil)
    }
    try await shell.tmux.keys("clear<enter>\(program) beta<enter>")
    // A shell in the shell, which has the hook.
    try await shell.tmux.waits(for: "Beta account (2)  USER>")
    #expect(try await shell.tmux.screen().contains("Alpha account stays active"))
    try await shell.agrees("beta", label: "Beta account (2)")
    try await shell.tmux.keys("clear<enter>exit<enter>")
    try await shell.tmux.waits(for: "closed after")
    try await shell.agrees("alpha", label: nil)
  }

  @Test(arguments: hooked)
  func whatExecHasPutInItsPlaceSwitchesWithTheInitLine(_ name: String) async throws {
    let home = try home(name, Self.initLines)
    let shell = try await started(home)
    for other in Self.hooked.filter({ $0 != name }) + [name] {
      try await shell.type("exec \(other)", until: "Alpha account  USER>")
      try await shell.switches(to: "beta", label: "Beta account")
      try await shell.agrees("beta", label: "Beta account")
      try await shell.switches(to: "alpha", label: "Alpha account")
    }
    try await shell.tmux.keys("exit<enter>")
    #expect(try await shell.tmux.status() == 0)
    #expect(home.names(in: "runtime").filter { $0.hasPrefix("switchback-") } == [])
  }

  @Test(arguments: hooked)
  func theInitLineIsReadTwiceInTheUsersShellAndInOurs(_ name: String) async throws {
    let line = try #require(Self.initLines[name])
    let home = try home(name, [name: line + "\n" + line])
    let shell = try await started(home)
    try await shell.type(line, until: "Alpha account  USER>")
    try await shell.switches(to: "beta", label: "Beta account")
    try await shell.agrees("beta", label: "Beta account")
    try await shell.off()
    try await shell.tmux.keys("clear<enter>exit<enter>")
    try await shell.tmux.waits { $0.contains("The shell closed after") }
    #expect(!(try await shell.tmux.screen().contains("account left")))
    #expect(home.names(in: "runtime").filter { $0.hasPrefix("switchback-") } == [])
  }

  @Test(arguments: hooked)
  func aVirtualEnvironmentIsEnteredAndLeft(_ name: String) async throws {
    let home = try home(name, Self.initLines)
    let made = try await home.run(["python3", "-m", "venv", "--without-pip", home.path("home/v")])
    #expect(made.status == 0, "\(made)")
    let activate = name == "fish" ? "source ~/v/bin/activate.fish" : ". ~/v/bin/activate"
    let tmux = try await Tmux(home, ["/usr/bin/" + name, "-i"], with: ["TERM": "xterm-256color"])
    try await tmux.waits(for: "USER>")
    let shell = Hooked(tmux: tmux)
    // Entered before, and left in the entry.
    try await shell.type(activate, until: "(v) USER>")
    try await shell.switches(to: "alpha", label: "Alpha account")
    #expect(try await tmux.screen().contains("(v) "))
    try await shell.type("deactivate", until: "Alpha account  USER>")
    try await shell.agrees("alpha", label: "Alpha account")
    // Entered after, and left in another entry, and in none.
    try await shell.type(activate, until: "(v) ")
    try await shell.agrees("alpha", label: "Alpha account")
    try await shell.switches(to: "beta", label: "Beta account")
    try await shell.type("deactivate", until: "Beta account  USER>")
    try await shell.agrees("beta", label: "Beta account")
    try await shell.type(activate, until: "(v) ")
    try await shell.off()
    try await shell.type("deactivate", until: "\nUSER>")
    try await shell.agrees("", label: nil)
  }

  /// Prompts that are made anew from a hook of their own, as starship's are.
  private static let starship = [
    "bash":
      "starship_precmd() { PS1='(star) USER> '; }; PROMPT_COMMAND=\"starship_precmd;$PROMPT_COMMAND\"",
    "zsh":
      "starship_precmd() { PROMPT='(star) USER> '; }; typeset -ga precmd_functions; precmd_functions+=(starship_precmd)",
    "fish":
      "function starship_prompt --on-event fish_prompt; function fish_prompt; echo -n '(star) USER> '; end; end",
  ]

  @Test(arguments: hooked)
  func aPromptMadeAnewByAHookOfItsOwn(_ name: String) async throws {
    let home = try home(name)
    let shell = try await started(home)
    try await shell.type(try #require(Self.starship[name]), until: "USER>")
    try await shell.type("true", until: "Alpha account  (star) USER>")
    try await shell.switches(to: "beta", label: "Beta account")
    try await shell.agrees("beta", label: "Beta account")
    try await shell.off()
  }

  @Test(
    arguments: [
      ("bash", "set -eu"), ("zsh", "setopt errexit nounset warn_create_global"),
      (
        "bash",
        "alias export=false unset=false printf=false command=false builtin=false local=false mv=false rm=false"
      ),
      (
        "zsh",
        "alias export=false unset=false printf=false command=false builtin=false local=false mv=false rm=false"
      ),
      (
        "dash",
        "alias export=false unset=false printf=false command=false read=false mv=false rm=false"
      ),
      (
        "fish",
        "function printf; false; end; function mv; false; end; function rm; false; end; function date; false; end"
      ),
      ("dash", "set -eu"),
    ])
  func whatTheUserHasSetAndAliased(_ name: String, _ rc: String) async throws {
    let home = try home(name, [name: rc])
    let shell = try await started(home)
    try await shell.switches(to: "beta", label: "Beta account")
    try await shell.agrees("beta", label: "Beta account")
    try await shell.off()
  }

  @Test(
    arguments: [
      ("bash", "readonly PROMPT_COMMAND=true", "PROMPT_COMMAND is read-only"),
      ("bash", "readonly PS1", "PS1 is read-only"),
      ("zsh", "readonly PROMPT", "PROMPT is read-only"),
    ])
  func aPromptThatCannotBeChanged(_ name: String, _ rc: String, _ sentence: String) async throws {
    let home = try home(name, [name: rc])
    let tmux = try await Tmux(
      home, ["switchback", "shell", "alpha"], with: ["TERM": "xterm-256color"])
    try await tmux.waits { $0.contains(sentence) && $0.contains("Alpha account") }
    let shell = Hooked(tmux: tmux)
    try await tmux.keys("clear<enter>switchback beta<enter>")
    try await tmux.waits(for: "Beta account")
    let screen = try await tmux.screen()
    #expect(!screen.contains(sentence) && !screen.contains("variable"), "\(screen)")
    #expect(try await shell.entry() == "beta")
  }

  @Test func noSwitchRunsThatWasSupersededDroppedOrWhoseShellIsGone() async throws {
    let home = try home("bash", Self.initLines)
    let tmux = try await Tmux(home, ["/usr/bin/bash", "-i"], with: ["TERM": "xterm-256color"])
    try await tmux.waits(for: "USER>")
    let shell = Hooked(tmux: tmux)
    try await shell.switches(to: "alpha", label: "Alpha account")
    try await shell.switches(to: "beta", label: "Beta account")
    #expect(try await recents(home).map(\.ending) == [nil, "switched"])
    #expect(try await home.switchback("recent").output.ranges(of: "running").count == 1)
    try await shell.off()
    #expect(try await recents(home).map(\.ending) == ["off", "switched"])
    try await shell.type("switchback shell alpha", until: "Alpha account  USER>")
    try await shell.switches(to: "beta", label: "Beta account")
    #expect(try await recents(home).map(\.ending) == [nil, "switched", "off", "switched"])
    try await tmux.keys("clear<enter>kill -KILL $PPID<enter>")
    try await tmux.waits { $0.contains("Killed") || $0.contains("\nUSER>") }
    while try await home.switchback("recent").output.contains("running") {}
    let listed = try await home.switchback("recent").output
    #expect(listed.contains("switched off") && listed.contains("switched to another"), "\(listed)")
  }

  private func recents(_ home: Home) async throws -> [Recent] {
    try await home.switchback("recent", "--json").json(as: [Recent].self)
  }
}

/// A shell with our hook, and what can be seen of it.
private struct Hooked {
  let tmux: Tmux

  /// Types a command on an empty screen, and waits for a prompt after it.
  func type(_ command: String, until text: String) async throws {
    try await tmux.keys("clear<enter>")
    try await tmux.waits("an empty screen") {
      $0.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("USER>")
        && $0.ranges(of: "USER>").count == 1
    }
    try await tmux.keys(command.replacing("<", with: "<lt>") + "<enter>")
    try await tmux.waits("\(text) after \(command)") {
      let screen = "\n" + $0
      return screen.contains(text) && screen.ranges(of: "USER>").count >= 2
    }
  }

  /// Who the shell is, by what its children get.
  func entry() async throws -> String {
    try await tmux.keys(
      "clear<enter>env | grep ^SWITCHBACK_ENTRY= | sed 's/^/was /; $!d'; echo end-''mark<enter>")
    let screen = try await tmux.waits { $0.contains("end-mark") }
    let line = screen.split(separator: "\n").first { $0.hasPrefix("was SWITCHBACK_ENTRY=") }
    return line.map {
      $0.dropFirst("was SWITCHBACK_ENTRY=".count).trimmingCharacters(in: .whitespaces)
    } ?? ""
  }

  /// Who the shell is, and that the label before its prompt, if there is one, says so once.
  func agrees(_ entry: String, label: String?) async throws {
    #expect(try await self.entry() == entry)
    try await tmux.keys("clear<enter>")
    let screen = try await tmux.waits("a prompt") {
      $0.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("USER>")
        && $0.ranges(of: "USER>").count == 1
    }
    let line = screen.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(line.ranges(of: "account").count == (label == nil ? 0 : 1), "\(line)")
    #expect(
      label.map(line.contains)
        ?? (line == "USER>" || line == "(star) USER>" || line == "(v) USER>"), "\(line)")
  }

  func switches(to entry: String, label: String) async throws {
    try await tmux.keys("clear<enter>switchback \(entry)<enter>")
    try await tmux.waits("\(label) in the prompt") { screen in
      screen.split(separator: "\n").contains { $0.contains(label + " ") && $0.contains("USER>") }
    }
  }

  func off() async throws {
    try await type("switchback off", until: "Dropped")
    try await agrees("", label: nil)
  }
}
