extension Hook {
  /// What zsh runs before each prompt, and the function that stands before the command.
  ///
  /// zsh shows the name by `%v`, which it takes for text: neither `%` nor `$(...)` in it is expanded.
  var zsh: String {
    [zshNames, zshTime, posixTake, posixCommand(), zshBadge].joined()
  }

  private var zshNames: String {
    #"""

    export SWITCHBACK_PID=$$
    typeset -g __switchback_shown= __switchback_left= __switchback_asked= __switchback_asker=
    typeset -g __switchback_wait=

    """#
  }

  private var zshBadge: String {
    #"""

    # Last of the hooks, so that whoever makes PROMPT anew has done so; a high place in psvar, whose
    # first ones themes use.
    __switchback_badge() {
      local __switchback_status=$? __switchback_mark= __switchback_escape=$'\e'
      emulate -L zsh
      precmd_functions=(${precmd_functions:#__switchback_badge} __switchback_badge)
      __switchback_take
      __switchback_time
      if [[ -n ${SWITCHBACK_LABEL-} ]]; then
        psvar[99]=${SWITCHBACK_LABEL}${__switchback_suffix}${__switchback_left}
        __switchback_mark=\#(zshMark)
      fi
      if [[ -n $__switchback_shown && $__switchback_shown != $__switchback_mark ]]; then
        PROMPT=${PROMPT//"$__switchback_shown"/}
      fi
      if [[ -n $__switchback_mark && $PROMPT != *"$__switchback_mark"* ]]; then
        PROMPT=$__switchback_mark$PROMPT
      fi
      __switchback_shown=$__switchback_mark
      return $__switchback_status
    }
    typeset -ga precmd_functions
    precmd_functions+=(__switchback_badge)

    """#
  }

  private var zshTime: String {
    #"""

    # A clock that was set since is trusted: what was told in its old terms is told in AWS's.
    __switchback_clock() {
      local up rest
      [[ -n ${__switchback_ahead-} ]] || return 0
      { read -r up rest </proc/uptime } 2>/dev/null || return 0
      up=$(( now - ${up%%.*} - __switchback_setting ))
      (( up > 60 || up < -60 )) || return 0
      __switchback_end=$(( __switchback_end - __switchback_ahead ))
      [[ -z ${__switchback_renew-} ]] || __switchback_renew=$(( __switchback_renew - __switchback_ahead ))
      __switchback_ahead=
    }
    # Whether to ask for a renewal: never twice in a pause, whatever clocks and answers say, and ever later where
    # nothing comes of it.
    __switchback_due() {
      local since=$(( now - ${__switchback_asked:-0} )) least=${__switchback_pause:-60}
      [[ -n ${__switchback_renew-} ]] && (( now >= __switchback_renew )) && __switchback_worn || return 1
      [[ ${__switchback_asker-} != "${AWS_ACCESS_KEY_ID-}" ]] || least=${__switchback_wait:-60}
      (( since >= least || since < 0 )) || return 1
      __switchback_wait=$(( least < 300 ? least * 2 : 600 ))
      __switchback_asked=$now
      __switchback_asker=${AWS_ACCESS_KEY_ID-}
    }

    __switchback_time() {
      local now=${(%):-%D{%s}} left
      __switchback_clock
      if __switchback_due; then
        if (( now < __switchback_end )); then
          \#(program) renew --quiet </dev/null >/dev/null 2>&1 &!
        else
          \#(program) renew --quiet
          __switchback_take
        fi
      fi
      __switchback_left=
      if [[ -n ${__switchback_end-} ]]; then
        left=$(( __switchback_end - now ))
        if (( left <= 0 )); then
          __switchback_left=' expired'
        elif (( left < 900 )); then
          __switchback_left=" $(( (left + 59) / 60 ))m"
        fi
      fi
      __switchback_worn || __switchback_left+=' changed'
    }

    """#
  }

  private var zshMark: String {
    let text = colors.badge("%99v", "${__switchback_sgr}") {
      #"%{${__switchback_escape}[\#($0)m%}"#
    }
    return "\"\(text)\""
  }
}
