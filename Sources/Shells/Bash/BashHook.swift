extension Hook {
  /// What bash runs before each prompt, and the function that stands before the command.
  ///
  /// bash expands a prompt's references each time, and what they give no more: a name in `SWITCHBACK_LABEL` can
  /// neither run a command nor be taken for a prompt escape.
  var bash: String {
    [bashNames, bashBadge, bashPlain, bashTime, posixTake, posixCommand(), bashOrder].joined()
  }

  private var bashNames: String {
    #"""

    export SWITCHBACK_PID=$$
    # The same text in every subshell, so that a PS1 inherited from another is known.
    __switchback_mark='\#(bashMark)'
    __switchback_shown=
    # A reference, too: bash runs nothing for it where only PROMPT_COMMAND is inherited.
    __switchback_hook=__switchback_badge

    """#
  }

  private var bashBadge: String {
    #"""

    __switchback_badge() {
      local status=$? REPLY=
      __switchback_take
      __switchback_time
      if [[ -n ${SWITCHBACK_LABEL-} ]]; then
        REPLY=$__switchback_mark
        if ! shopt -q promptvars && ! shopt -qo posix; then
          __switchback_plain
        fi
      fi
      if [[ -n $__switchback_shown && $__switchback_shown != "$REPLY" ]]; then
        PS1=${PS1//"$__switchback_shown"/}
      fi
      if [[ -n $REPLY && ${PS1-} != *"$REPLY"* ]]; then
        PS1=$REPLY${PS1-}
      fi
      __switchback_shown=$REPLY
      __switchback_last
      return "$status"
    }

    """#
  }

  private var bashPlain: String {
    #"""

    # Without promptvars bash expands only backslashes: then the name itself, made harmless.
    __switchback_plain() {
      local name=${SWITCHBACK_LABEL-}
      name=${name//[\\\$\`]/_}
      name=${__switchback_mark/'${SWITCHBACK_LABEL-}'/"$name"}
      name=${name/'${__switchback_suffix-}'/"$__switchback_suffix"}
      name=${name/'${__switchback_left-}'/"$__switchback_left"}
      REPLY=${name/'${__switchback_sgr-0}'/"$__switchback_sgr"}
    }

    """#
  }

  private var bashTime: String {
    #"""

    # A clock that was set since is trusted: what was told in its old terms is told in AWS's.
    __switchback_clock() {
      local up rest
      [[ -n ${__switchback_ahead-} ]] || return 0
      { read -r up rest </proc/uptime; } 2>/dev/null || return 0
      up=$((now - ${up%%.*} - __switchback_setting))
      ((up > 60 || up < -60)) || return 0
      __switchback_end=$((__switchback_end - __switchback_ahead))
      [[ -z ${__switchback_renew-} ]] || __switchback_renew=$((__switchback_renew - __switchback_ahead))
      __switchback_ahead=
    }
    # Whether to ask for a renewal: never twice in a pause, whatever clocks and answers say, and ever later where
    # nothing comes of it.
    __switchback_due() {
      local since=$((now - ${__switchback_asked:-0})) least=${__switchback_pause:-60}
      [[ -n ${__switchback_renew-} ]] && ((now >= __switchback_renew)) && __switchback_worn || return 1
      [[ ${__switchback_asker-} != "${AWS_ACCESS_KEY_ID-}" ]] || least=${__switchback_wait:-60}
      ((since >= least || since < 0)) || return 1
      __switchback_wait=$((least < 300 ? least * 2 : 600))
      __switchback_asked=$now
      __switchback_asker=${AWS_ACCESS_KEY_ID-}
    }

    __switchback_time() {
      local now left
      printf -v now '%(%s)T' -1
      __switchback_clock
      if __switchback_due; then
        if ((now < __switchback_end)); then
          (\#(program) renew --quiet </dev/null >/dev/null 2>&1 &)
        else
          \#(program) renew --quiet
          __switchback_take
        fi
      fi
      __switchback_left=
      if [[ -n ${__switchback_end-} ]]; then
        left=$((__switchback_end - now))
        if ((left <= 0)); then
          __switchback_left=' expired'
        elif ((left < 900)); then
          __switchback_left=" $(((left + 59) / 60))m"
        fi
      fi
      __switchback_worn || __switchback_left+=' changed'
    }

    """#
  }

  private var bashOrder: String {
    #"""

    # Whoever makes PS1 anew must have done so before us. Only from 5.1 on does bash run an array.
    __switchback_last() {
      local hook='"${__switchback_hook-:}"' command kept=()
      : "${PROMPT_COMMAND=}"
      if [[ ${PROMPT_COMMAND@a} != *a* ]] || ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 501)); then
        [[ $PROMPT_COMMAND == *"$hook" ]] || PROMPT_COMMAND=${PROMPT_COMMAND//"$hook"/:}$'\n'$hook
      elif [[ ${PROMPT_COMMAND[*]: -1} != *"$hook" ]]; then
        for command in "${PROMPT_COMMAND[@]}"; do
          [[ $command == "$hook" ]] || kept+=("$command")
        done
        PROMPT_COMMAND=("${kept[@]}" "$hook")
      fi
    }
    __switchback_last

    """#
  }

  private var bashMark: String {
    let text = "${SWITCHBACK_LABEL-}${__switchback_suffix-}${__switchback_left-}"
    return colors.badge(text, "${__switchback_sgr-0}") { #"\[\e[\#($0)m\]"# }
  }
}
