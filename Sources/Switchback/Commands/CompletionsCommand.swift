import ArgumentParser
import Shells

/// `switchback completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script that has a shell complete commands, options and entries.",
    discussion: """
      bash, in ~/.bashrc:             eval "$(switchback completions bash)"
      zsh, in ~/.zshrc past compinit: eval "$(switchback completions zsh)"
      fish, in its config.fish:       switchback completions fish | source

      or in a file of the shell's own: ~/.local/share/bash-completion/completions/switchback, a folder of zsh's \
      fpath as _switchback, ~/.config/fish/completions/switchback.fish.

      Entries, groups, logins and themes are looked up as you press Tab, so the script need not be made again.
      """)

  @Argument(help: "The shell.")
  var shell: CompletingShell

  func run() throws {
    try World.live().print(completions(for: shell))
  }
}

extension CompletingShell: ExpressibleByArgument {}
