import Shells
import Text

/// The shells that complete commands by a function of ours.
package enum CompletingShell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

/// The script that has a shell complete the words of `switchback`, by asking it: the shell knows nothing of commands
/// and entries, and quotes every word that it is given.
///
/// The answer to `switchback __complete SHELL ...` is a line that says what completes the word (`words`, `files`, or
/// `command` for a command line of its own behind `--`), and the words, each on a line.
///
/// `program` is what is asked: a name to be found in `PATH`, or an absolute path.
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
