extension Hook {
  /// What a POSIX shell can have: POSIX has nothing that runs before each prompt, so the badge stands in `PS1` once,
  /// all of it by reference, and the session is renewed when the command is used.
  func posix(isDash: Bool) -> String {
    let command = posixCommand(after: "SWITCHBACK_PID=$$")
    return [posixTime, posixTake, command, posixBadge(isDash: isDash)].joined()
  }

  private var posixTime: String {
    #"""

    __switchback_time() {
      [ -n "${SWITCHBACK_LABEL-}" ] || return 0
      __switchback_now=$(date +%s)
      __switchback_left=
      if [ -n "${__switchback_end-}" ]; then
        __switchback_left=$((__switchback_end - __switchback_now))
        # A clock that was set since is trusted: what was told in its old terms is told in AWS's.
        if [ -n "${__switchback_ahead-}" ] && read -r __switchback_up __switchback_rest </proc/uptime; then
          __switchback_up=$((__switchback_now - ${__switchback_up%%.*} - __switchback_setting))
          if [ "$__switchback_up" -gt 60 ] || [ "$__switchback_up" -lt -60 ]; then
            __switchback_left=$((__switchback_left - __switchback_ahead))
          fi
        fi
        if [ "$__switchback_left" -le 0 ]; then
          __switchback_left=' expired'
        elif [ "$__switchback_left" -lt 900 ]; then
          __switchback_left=" $(((__switchback_left + 59) / 60))m"
        else
          __switchback_left=
        fi
      fi
      __switchback_worn || __switchback_left="$__switchback_left changed"
      printf %s "$__switchback_left"
    }

    """#
  }

  private func posixBadge(isDash: Bool) -> String {
    let text = "${SWITCHBACK_LABEL-}${__switchback_suffix-}$(__switchback_time 2>/dev/null)"
    let inBash = colors.badge(text, "${__switchback_sgr-0}") { #"\[\e[\#($0)m\]"# }
    // A shell that edits lines must not count the colour, and only of dash is it known that it does not.
    let elsewhere =
      isDash
      ? colors.badge(text, "${__switchback_sgr-0}") { "${__switchback_escape-}[\($0)m" }
      : "[\(text)] "
    return #"""

      __switchback_escape=$(printf '\033')
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
