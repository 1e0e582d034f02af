import Canvas
import Text

/// The variable, given to our program alone and never exported, by which the hook of a shell says that it called it, with
/// the shell's process: an `exec` keeps that process and all that is exported, but not the hook.
package let hookMarker = "SWITCHBACK_HOOK"

private let incompleteChangeMessage =
  "switchback: this shell has not taken all of the change, since some of its variables cannot be changed: do not "
  + "use its credentials. `exit` leaves it."

/// Our functions in a shell, which keep its label true and its session alive; the same in a subshell of ours and in
/// the user's own shell.
///
/// They work with what is in the environment, and with the variables of `ShellState`. They may be read twice, and under
/// whatever else changes prompts; each command in them is called past the user's aliases and functions.
struct Hook: Sendable {
  /// Our own program, as a word of the shell.
  var program: String
  var colors: LabelColors
}

extension Hook {
  /// Becomes whoever was left for us to become: for bash, zsh and sh.
  ///
  /// Only files of this user in a folder of this user are read, each once: new keys first, then another entry. Status 1
  /// where something was left and not all of it was taken.
  var posixTake: String {
    let syntax = ShellSyntax.posix
    let (isOwnFolder, isOwnFile) = (
      syntax.isOwnFolder(#""$__switchback_folder""#), syntax.isOwnFile(#""$__switchback_file""#)
    )
    let call = syntax.builtinPrefix
    return #"""

      # zsh goes on with a function that was stopped in a subshell, which is another process: the shell takes it.
      __switchback_level=${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}
      __switchback_take() {
        \#(call) [ "$__switchback_level" = "${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}" ] || \return 0
        __switchback_folder=${SWITCHBACK_HANDOVER-}
        __switchback_folder=${__switchback_folder%/*}
        __switchback_missed=
        for __switchback_file in \#(syntax.handoverFiles); do
          __switchback_file=$__switchback_folder/$__switchback_file
          if \#(isOwnFolder) && \#(isOwnFile); then
            # Another may come in its place at any moment.
            if \command mv -f -- "$__switchback_file" "$__switchback_folder/taken"; then
              \#(call) . "$__switchback_folder/taken" || __switchback_missed=1
              \command rm -f -- "$__switchback_folder/taken"
            else
              __switchback_missed=1
            fi
          fi
        done
        # Of one that was switched in place; whoever started us has set the first.
        if \#(call) [ -n "${__switchback_title-}" ]; then
          { \#(call) printf %s "$__switchback_title" >/dev/tty; } 2>/dev/null || :
          \#(call) [ -n "${SWITCHBACK_ENTRY-}" ] || \#(call) unset __switchback_title
        fi
        # zsh leaves such a file at a variable that it cannot change.
        case $__switchback_missed/${__switchback_said-} in
          1/) \#(call) printf '%s\n' \#(posixQuoted(incompleteChangeMessage)) >&2 ;;
        esac
        __switchback_said=
        \#(call) unset __switchback_folder __switchback_file
        \#(call) [ -z "$__switchback_missed" ]
      }
      # Whether the credentials are still those that we put there.
      __switchback_worn() {
        \#(call) [ -z "${SWITCHBACK_ENTRY-}" ] ||
          \#(call) [ "${__switchback_wore-}" = "${AWS_ACCESS_KEY_ID-}/${AWS_PROFILE-}" ]
      }
      \#(syntax.activeLabelNote)
      """#
  }

  /// The command itself: what comes after it in the same line is someone else already.
  ///
  /// `before` are lines of the function that come first, and `after` those that come last.
  func posixCommand(_ before: String = "", _ after: String = "") -> String {
    let call = ShellSyntax.posix.builtinPrefix
    return #"""

      \#(call) unalias switchback 2>/dev/null || \#(call) [ 1 ]
      switchback() {
        \#(before)\#(hookMarker)=$$ \#(program) "$@" && \#(call) set -- 0 || \#(call) set -- "$?"
        __switchback_take || case $1 in 0) \#(call) set -- 1 ;; esac
        \#(after)\return "$1"
      }

      """#
  }
}
