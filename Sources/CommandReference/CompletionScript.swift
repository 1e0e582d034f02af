import Shells
import Text

/// The shells for which there is a completion script.
package enum CompletingShell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

/// The script with which a shell completes the words of `switchback`, by asking it.
///
/// The shell knows neither commands nor entries, and quotes every word that it inserts.
///
/// The response to `switchback __complete SHELL ...` is a line with the kind of the completion
/// (`words`, `files`, or `command` for another command line after `--`), and the words, one a line.
///
/// `program` is the command to ask: a name in `PATH`, or an absolute path.
///
/// - bash inserts words as they are, in the place of the text after the last `:` or `=`: they come
///   quoted, and cut to that. The script also runs in bash 3.2, which has neither `mapfile` nor
///   `compopt`.
/// - zsh quotes the words of `compadd`, and matches them by the user's own rules. The script can be
///   sourced, or be `_switchback` in a folder of `fpath`.
/// - fish quotes the words that it inserts, and filters them itself by the typed text.
package func completions(
  for shell: CompletingShell, program: String = "switchback"
) -> String {
  let (bytes, word) =
    switch shell {
    case .bash: (PackageResources.completion_bash, posixQuoted(program))
    case .zsh: (PackageResources.completion_zsh, posixQuoted(program))
    case .fish: (PackageResources.completion_fish, fishQuoted(program))
    }
  return ShellScript(bytes).filled([.program: word])
}
