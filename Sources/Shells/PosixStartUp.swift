extension StartUp {
  /// A shell that reads the file `ENV` names: ours first, which puts `ENV` back and reads the user's.
  ///
  /// POSIX has nothing that runs before each prompt: the badge stands in `PS1` once, with the name by
  /// reference.
  var posix: Subshell {
    shell(
      arguments: ["-i"], setting: ["ENV": path("env")],
      files: [StartUpFile("env", [posixRead, posixBadge].joined())])
  }

  private var posixRead: String {
    let own = environment["ENV"].map { "ENV=" + posixQuoted($0) } ?? "unset ENV"
    return #"""
      \#(own)
      {
        command rm -f -- \#(posixQuoted(path("env")))
        command rmdir -- \#(posixQuoted(directory))
      } 2>/dev/null

      # What the user's own file changes of the identity is put back after it.
      \#(each("__switchback_NAME=${NAME-}"))
      # ENV may hold references, and quotes that no shell would read as such.
      case ${ENV-} in
        *[\"\\\`]*) __switchback_file=$ENV ;;
        *) eval "__switchback_file=\"${ENV-}\"" ;;
      esac
      case $__switchback_file in
        */* | "") ;;
        *) __switchback_file=./$__switchback_file ;;
      esac
      if [ -r "$__switchback_file" ]; then
        . "$__switchback_file"
      fi
      unset __switchback_file \#(removed.joined(separator: " "))
      \#(each("export NAME=\"$__switchback_NAME\"; unset __switchback_NAME"))

      """#
  }

  private func each(_ line: String) -> String {
    worn.map { line.replacing("NAME", with: $0) }.joined(separator: "\n")
  }

  private var posixBadge: String {
    let name = "${SWITCHBACK_LABEL-}" + badge.suffix
    let inBash = badge.around(name) { "\\[\\e[\($0)m\\]" }
    // A shell that edits lines must not count the colour, and only of dash is it known that it does not.
    let isDash = ShellKind.baseName(shell) == "dash"
    let elsewhere = isDash ? badge.shown("${SWITCHBACK_LABEL-}") : "[\(name)] "
    return #"""

      case ${PS1-} in
        *'${SWITCHBACK_LABEL-}'*) ;;
        *)
          if [ -n "${BASH_VERSION-}" ]; then
            PS1='\#(inBash)'"${PS1-}"
          else
            PS1='\#(elsewhere)'"${PS1-}"
          fi
          ;;
      esac

      """#
  }
}
