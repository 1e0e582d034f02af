import Canvas
import Text

extension Hook {
  /// What a POSIX shell can have: POSIX has nothing that runs before each prompt, so the badge stands in `PS1` once,
  /// all of it by reference, and the session is renewed when the command is used.
  func posix(isDash: Bool) -> String {
    let beginning = "\n__switchback_builtin=command\n"
    return [beginning, posixTime, posixTake, posixGuard, posixBadge(isDash: isDash)].joined()
  }

  /// The command, with the user's `set -e`, `-u` and `-x` off while we do what is ours: POSIX has no `local -`.
  private var posixGuard: String {
    posixCommand()
      .replacing("\n  __switchback_take ||", with: "\n  __switchback_take_calmly ||")
        + #"""

        __switchback_take_calmly() {
          __switchback_options=$-
          \set +eux
          __switchback_take
          __switchback_missed=$?
          case $__switchback_options in *u*) \set -u ;; esac
          case $__switchback_options in *x*) \set -x ;; esac
          case $__switchback_options in *e*) \set -e ;; esac
          \return "$__switchback_missed"
        }

        """#
  }

  private var posixTime: String {
    #"""

    __switchback_time() {
      \set +eux
      \command [ -n "${SWITCHBACK_LABEL-}" ] || \return 0
      __switchback_now=$(\command date +%s)
      __switchback_left=
      if \command [ -n "${__switchback_end-}" ]; then
        __switchback_left=$((__switchback_end - __switchback_now))
        # A clock that was set since is trusted: what was told in its old terms is told in AWS's.
        if \command [ -n "${__switchback_ahead-}" ] && \read -r __switchback_up __switchback_rest </proc/uptime; then
          __switchback_up=$((__switchback_now - ${__switchback_up%%.*} - __switchback_setting))
          if \command [ "$__switchback_up" -gt 60 ] || \command [ "$__switchback_up" -lt -60 ]; then
            __switchback_left=$((__switchback_left - __switchback_ahead))
          fi
        fi
        if \command [ "$__switchback_left" -le 0 ]; then
          __switchback_left=' expired'
        elif \command [ "$__switchback_left" -lt 900 ]; then
          __switchback_left=" $(((__switchback_left + 59) / 60))m"
        else
          __switchback_left=
        fi
      fi
      __switchback_worn || __switchback_left="$__switchback_left changed"
      \command printf %s "$__switchback_left"
    }

    """#
  }

  private func posixBadge(isDash: Bool) -> String {
    let inBash = posixMark { #"\[\e[\#($0)m\]"# }
    // A shell that edits lines must not count the colour, and only of dash is it known that it does not.
    let elsewhere =
      isDash
      ? posixMark { "${__switchback_escape-}[\($0)m" } : posixMark(LabelColors.unstyled) { $0 }
    return #"""

      __switchback_escape=$(\command printf '\033')
      case ${PS1-} in
        *'${SWITCHBACK_LABEL-}'*) ;;
        *)
          # To set what is read-only would end the reading of this file.
          if ! (PS1=) 2>/dev/null; then
            \command printf '%s\n' 'switchback: PS1 is read-only in this shell, so its prompt shows no label.' >&2
          elif \command [ -n "${BASH_VERSION-}" ]; then
            PS1='\#(inBash)'"${PS1-}"
          else
            PS1='\#(elsewhere)'"${PS1-}"
          fi
          ;;
      esac

      """#
  }

  /// The label by references, of which nothing is left without an active entry.
  private func posixMark(_ colors: LabelColors? = nil, sgr: (String) -> String) -> String {
    let left = "$(__switchback_time 2>/dev/null)"
    return (colors ?? self.colors).referring(
      to: "${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+${__switchback_suffix-}\(left)}", sgr: sgr)
  }
}

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
