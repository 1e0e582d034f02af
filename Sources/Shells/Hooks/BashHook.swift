extension Hook {
  /// What bash runs before each prompt, and the function that stands before the command.
  ///
  /// bash expands a prompt's references each time, and what they give no more: a name in `SWITCHBACK_LABEL` can
  /// neither run a command nor be taken for a prompt escape.
  ///
  /// `more` is read without aliases, too.
  func bash(with more: String = "") -> String {
    let functions = [
      bashNames, bashBadge, bashPrompt, bashTime, posixTake, posixCommand(bashOptions, bashAfter),
      bashOrder,
    ]
    return ([bashBeginning] + functions + [more, bashEnd]).joined()
  }

  /// Aliases are for what people type: they are off while functions are read.
  private var bashBeginning: String {
    #"""

    \builtin shopt -q expand_aliases && __switchback_aliases=-s || __switchback_aliases=-u
    \builtin shopt -u expand_aliases

    """#
  }

  private var bashEnd: String {
    #"""

    __switchback_last
    builtin shopt "$__switchback_aliases" expand_aliases
    \builtin unset -v __switchback_aliases

    """#
  }

  /// What is shown of a session with that many minutes left, from 0 to 16.
  private var bashMinutes: String {
    "' expired' \((1...15).map { "' \($0)m'" }.joined(separator: " ")) ''"
  }

  private var bashNames: String {
    #"""

    builtin export SWITCHBACK_PID="$$"
    __switchback_builtin=builtin
    # The same text in every subshell, so that a PS1 inherited from another is known; nothing is shown of it in a shell
    # without an active entry.
    __switchback_mark='\#(bashMark("${__switchback_left-}"))'
    # The same where nothing runs before the prompt: bash works the time out itself.
    __switchback_still='\#(bashMark(bashTimeInPlace))'
    [[ -n ${__switchback_shown+x} ]] || __switchback_shown=()
    __switchback_minutes=(\#(bashMinutes))
    # A reference, too: bash runs nothing for it where only PROMPT_COMMAND is inherited.
    __switchback_hook=__switchback_badge

    """#
  }

  /// For a function: `set -e`, `-u` and `-x` are the user's, and not meant for us.
  private var bashOptions: String {
    "builtin local -; builtin set +eux\n  "
  }

  private var bashAfter: String {
    "[[ -z ${__switchback_standing-} ]] || __switchback_stand\n  "
  }

  private var bashBadge: String {
    #"""

    __switchback_badge() {
      builtin local status="$?" options="$-" REPLY=""
      \#(bashOptions)__switchback_take
      __switchback_time
      if [[ -n ${SWITCHBACK_LABEL-} ]]; then
        REPLY=$__switchback_mark
        if ! builtin shopt -q promptvars && ! builtin shopt -qo posix; then
          __switchback_plain
        fi
      fi
      __switchback_prompt || __switchback_line
      __switchback_last
      # With `set -e` a status would end the shell.
      [[ $options != *e* ]] || builtin return 0
      builtin return "$status"
    }

    """#
  }

  private var bashTime: String {
    #"""

    # A clock that was set since is trusted: what was told in its old terms is told in AWS's.
    __switchback_clock() {
      builtin local up rest
      [[ -n ${__switchback_ahead-} ]] || builtin return 0
      { builtin read -r up rest </proc/uptime; } 2>/dev/null || builtin return 0
      up=$((now - ${up%%.*} - __switchback_setting))
      ((up > 60 || up < -60)) || builtin return 0
      __switchback_end=$((__switchback_end - __switchback_ahead))
      [[ -z ${__switchback_renew-} ]] || __switchback_renew=$((__switchback_renew - __switchback_ahead))
      __switchback_ahead=
    }
    # Whether to ask for a renewal: never twice in a pause, whatever clocks and answers say, and ever later where
    # nothing comes of it.
    __switchback_due() {
      builtin local since="$((now - ${__switchback_asked:-0}))" least="${__switchback_pause:-60}"
      [[ -n ${__switchback_renew-} ]] && ((now >= __switchback_renew)) && __switchback_worn || builtin return 1
      [[ ${__switchback_asker-} != "${AWS_ACCESS_KEY_ID-}" ]] || least=${__switchback_wait:-60}
      ((since >= least || since < 0)) || builtin return 1
      __switchback_wait=$((least < 300 ? least * 2 : 600))
      __switchback_asked=$now
      __switchback_asker=${AWS_ACCESS_KEY_ID-}
    }

    __switchback_time() {
      builtin local now left
      builtin printf -v now '%(%s)T' -1
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
      builtin local hook='"${__switchback_hook-:}"' command kept
      kept=()
      [[ -n ${PROMPT_COMMAND+x} ]] || builtin printf -v PROMPT_COMMAND '' 2>/dev/null || :
      if [[ -z ${PROMPT_COMMAND+x} || ${PROMPT_COMMAND@a} == *r* ]]; then
        [[ ${PROMPT_COMMAND-} == *"$hook"* ]] || __switchback_stand
      elif [[ ${PROMPT_COMMAND@a} != *a* ]] || ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 501)); then
        [[ $PROMPT_COMMAND == *"$hook" ]] || PROMPT_COMMAND=${PROMPT_COMMAND//"$hook"/:}$'\n'$hook
      elif [[ ${PROMPT_COMMAND[*]: -1} != *"$hook" ]]; then
        for command in "${PROMPT_COMMAND[@]}"; do
          [[ $command == "$hook" ]] || kept+=("$command")
        done
        PROMPT_COMMAND=("${kept[@]}" "$hook")
      fi
    }

    """#
  }
}
