import ArgumentParser
import Shells

/// `switchback completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a completion script for your shell.",
    discussion: """
      bash, in ~/.bashrc:             eval "$(switchback completions bash)"
      zsh, in ~/.zshrc past compinit: eval "$(switchback completions zsh)"
      fish, in its config.fish:       switchback completions fish | source

      Or save it as ~/.local/share/bash-completion/completions/switchback, as _switchback in a folder of zsh's \
      fpath, or as ~/.config/fish/completions/switchback.fish.

      Entries, groups, logins and themes are looked up when you press Tab; the script stays valid as they change.
      """)

  @Argument(help: "The shell.")
  var shell: CompletingShell

  func run() throws {
    try World.live().print(completions(for: shell))
  }
}

extension CompletingShell: ExpressibleByArgument {}
