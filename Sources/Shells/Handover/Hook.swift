/// Our functions in a shell, which keep its label true and its session alive; the same in a subshell of ours and in
/// the user's own shell.
///
/// They work with what is in the environment, and with the variables of `ShellState`.
struct Hook: Sendable {
  /// Our own program, as a word of the shell.
  var program: String
  var colors: LabelColors
}

extension Hook {
  /// Becomes whoever was left for us to become: for bash, zsh and sh.
  ///
  /// Only files of our own in a folder of our own are read, each once: new keys first, then whoever comes after.
  var posixTake: String {
    let syntax = ShellSyntax.posix
    let (isOwnFolder, isOwnFile) = (
      syntax.isOwnFolder(#""$__switchback_folder""#), syntax.isOwnFile(#""$__switchback_file""#)
    )
    return #"""

      __switchback_take() {
        __switchback_folder=${SWITCHBACK_HANDOVER-}
        __switchback_folder=${__switchback_folder%/*}
        for __switchback_file in \#(syntax.handoverFiles); do
          __switchback_file=$__switchback_folder/$__switchback_file
          if \#(isOwnFolder) && \#(isOwnFile); then
            # Another may come in its place at any moment.
            if command mv -f -- "$__switchback_file" "$__switchback_folder/taken"; then
              . "$__switchback_folder/taken"
              command rm -f -- "$__switchback_folder/taken"
            fi
          fi
        done
        unset __switchback_folder __switchback_file
        # Of one that was switched in place; whoever started us has set the first.
        if [ -n "${__switchback_title-}" ]; then
          { printf %s "$__switchback_title" >/dev/tty; } 2>/dev/null
          [ -n "${SWITCHBACK_ENTRY-}" ] || unset __switchback_title
        fi
      }
      # Whether the credentials are still those that we put there.
      __switchback_worn() {
        [ -z "${SWITCHBACK_ENTRY-}" ] || [ "${__switchback_wore-}" = "${AWS_ACCESS_KEY_ID-}/${AWS_PROFILE-}" ]
      }
      \#(syntax.noteOfWorn)
      """#
  }

  /// The command itself: what comes after it in the same line is someone else already.
  ///
  /// A shell that looks for whom to become nowhere else says so here alone, with an assignment in place of `command`.
  func posixCommand(after word: String = "command") -> String {
    #"""

    unalias switchback 2>/dev/null || :
    switchback() {
      \#(word) \#(program) "$@"
      set -- "$?"
      __switchback_take
      return "$1"
    }

    """#
  }
}
