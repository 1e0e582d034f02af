extension ShellStartUp {
  /// `bash --rcfile`, with a file that reads ~/.bashrc where bash would.
  var bash: Subshell {
    shell(
      arguments: ["--rcfile", path("bashrc"), "-i"],
      files: [
        StartUpFile("bashrc", [bashExitHandler, bashRead, posixState, hook.bash()].joined())
      ])
  }

  private var bashRead: String {
    #"""
    \command rm -f -- \#(posixQuoted(path("bashrc"))) 2>/dev/null
    \export SWITCHBACK_PID="$$"

    # What the user's own files change of the identity is put back after them.
    \declare -A __switchback_kept
    for __switchback_name in \#(setNames.joined(separator: " ")); do
      __switchback_kept[$__switchback_name]=${!__switchback_name-}
    done
    \#(isLogin ? bashLoginFiles : "if [[ -r ~/.bashrc ]]; then \\. ~/.bashrc; fi")
    for __switchback_name in \#(setNames.joined(separator: " ")); do
      \builtin export "$__switchback_name=${__switchback_kept[$__switchback_name]}"
    done
    \builtin unset -v __switchback_kept __switchback_name \#(removedNames.joined(separator: " "))

    """#
  }

  /// What bash reads as a login shell, which then reads no --rcfile.
  private var bashLoginFiles: String {
    #"""
    if [[ -r /etc/profile ]]; then \. /etc/profile; fi
    for __switchback_name in ~/.bash_profile ~/.bash_login ~/.profile; do
      if [[ -r $__switchback_name ]]; then
        \. "$__switchback_name"
        \break
      fi
    done
    """#
  }

  /// One of the user's, set in their files or later, replaces it.
  private var bashExitHandler: String { "\\trap \(posixQuoted(posixExitHandler)) EXIT\n" }
}

extension ShellStartUp {
  /// The state as assignments, for bash, zsh and sh.
  var posixState: String {
    state.variables.map { "\($0.name)=\(posixQuoted($0.value))\n" }.joined()
  }

  /// What an ending shell does, for bash, zsh and sh.
  var posixExitHandler: String {
    let call = ShellSyntax.posix.builtinPrefix
    let title = exitSequence.map { #"{ \#(call) printf '\#($0)' >/dev/tty; } 2>/dev/null; "# } ?? ""
    let folder = posixQuoted(directory)
    return title
      + "if \(ShellSyntax.posix.isOwnFolder(folder)); then "
      + "\\command rm -f -- \(leftovers.map(posixQuoted).joined(separator: " ")); \\command rmdir -- \(folder) || :; "
      + "fi 2>/dev/null"
  }
}
