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
package func completions(
  for shell: CompletingShell, program: String = "switchback"
) -> String {
  switch shell {
  case .bash: bashCompletion(asking: posixQuoted(program))
  case .zsh: zshCompletion(asking: posixQuoted(program))
  case .fish: fishCompletion(asking: fishQuoted(program))
  }
}
