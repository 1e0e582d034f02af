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
    typeset -g __switchback_shown= __switchback_left=

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

    __switchback_time() {
      local now=${(%):-%D{%s}} left
      if [[ -n ${__switchback_renew-} ]] && (( now >= __switchback_renew )) && __switchback_worn; then
        __switchback_renew=$(( now + __switchback_pause ))
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
