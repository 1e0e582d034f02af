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
  /// Only a file of our own is read, and it removes itself.
  var posixTake: String {
    #"""

    __switchback_take() {
      if [ -O "${SWITCHBACK_HANDOVER-}" ]; then
        . "$SWITCHBACK_HANDOVER"
      fi
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
    \#(ShellSyntax.posix.noteOfWorn)
    """#
  }

  /// The command itself: what comes after it in the same line is someone else already.
  ///
  /// A shell that looks for whom to become nowhere else says so here alone: `setting` are assignments.
  func posixCommand(setting: String = "") -> String {
    #"""

    unalias switchback 2>/dev/null || :
    switchback() {
      \#(setting)command \#(program) "$@"
      set -- "$?"
      __switchback_take
      return "$1"
    }

    """#
  }
}
