extension ShellStartUp {
  /// A shell that reads the file `ENV` names: ours first, which puts `ENV` back and reads the user's.
  var posix: Subshell {
    shell(
      arguments: isLogin ? ["-l", "-i"] : ["-i"], setting: ["ENV": path("env")],
      files: [
        StartUpFile("env", [posixRead, posixState, hook.posix(isDash: isDash)].joined())
      ])
  }

  private var isDash: Bool { ShellKind.baseName(shell) == "dash" }

  private var posixRead: String {
    let own = environment["ENV"].map { "ENV=" + posixQuoted($0) } ?? "\\unset ENV"
    return #"""
      \#(own)
      \command rm -f -- \#(posixQuoted(path("env"))) 2>/dev/null

      # What the user's own file changes of the identity is put back after it.
      \#(each("__switchback_NAME=${NAME-}"))
      # ENV may hold references, and quotes that no shell would read as such.
      case ${ENV-} in
        *[\"\\\`]*) __switchback_file=$ENV ;;
        *) \eval "__switchback_file=\"${ENV-}\"" ;;
      esac
      case $__switchback_file in
        */* | "") ;;
        *) __switchback_file=./$__switchback_file ;;
      esac
      if \command [ -r "$__switchback_file" ]; then
        \. "$__switchback_file"
      fi
      \unset __switchback_file \#(removedNames.joined(separator: " "))
      \#(each("\\export NAME=\"$__switchback_NAME\"; \\unset __switchback_NAME"))

      """#
  }

  private func each(_ line: String) -> String {
    setNames.map { line.replacing("NAME", with: $0) }.joined(separator: "\n")
  }
}
