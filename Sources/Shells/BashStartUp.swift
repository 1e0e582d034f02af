extension StartUp {
  /// `bash --rcfile`, with a file that reads ~/.bashrc where bash would.
  ///
  /// bash expands a prompt's references each time, and what they give no more: a name in
  /// `SWITCHBACK_LABEL` can neither run a command nor be taken for a prompt escape.
  var bash: Subshell {
    shell(
      arguments: ["--rcfile", path("bashrc"), "-i"],
      files: [
        StartUpFile("bashrc", [bashRead, bashNames, bashBadge, bashOrder, bashFarewell].joined())
      ])
  }

  private var bashRead: String {
    #"""
    {
      command rm -f -- \#(posixQuoted(path("bashrc")))
      command rmdir -- \#(posixQuoted(directory))
    } 2>/dev/null

    # What the user's own files change of the identity is put back after them.
    declare -A __switchback_worn
    for __switchback_name in \#(worn.joined(separator: " ")); do
      __switchback_worn[$__switchback_name]=${!__switchback_name-}
    done
    if [[ -r ~/.bashrc ]]; then
      . ~/.bashrc
    fi
    for __switchback_name in \#(worn.joined(separator: " ")); do
      export "$__switchback_name=${__switchback_worn[$__switchback_name]}"
    done
    unset -v __switchback_worn __switchback_name \#(removed.joined(separator: " "))

    """#
  }

  private var bashNames: String {
    #"""

    __switchback_sgr='\#(badge.parameters ?? "")'
    __switchback_suffix='\#(badge.suffix)'
    # The same text in every subshell, so that a PS1 inherited from another is known.
    __switchback_mark='\#(bashMark)'
    __switchback_shown=
    # A reference, too: bash runs nothing for it where only PROMPT_COMMAND is inherited.
    __switchback_hook=__switchback_badge

    """#
  }

  private var bashBadge: String {
    #"""

    # Without promptvars bash expands only backslashes: then the name itself, made harmless.
    __switchback_plain() {
      local name=${SWITCHBACK_LABEL-}
      name=${name//[\\\$\`]/_}
      name=${__switchback_mark/'${SWITCHBACK_LABEL-}'/"$name"}
      name=${name/'${__switchback_suffix-}'/"$__switchback_suffix"}
      REPLY=${name/'${__switchback_sgr-0}'/"$__switchback_sgr"}
    }

    __switchback_badge() {
      local status=$? REPLY=$__switchback_mark
      if ! shopt -q promptvars && ! shopt -qo posix; then
        __switchback_plain
      fi
      if [[ -n $__switchback_shown && $__switchback_shown != "$REPLY" ]]; then
        PS1=${PS1//"$__switchback_shown"/}
      fi
      if [[ ${PS1-} != *"$REPLY"* ]]; then
        PS1=$REPLY${PS1-}
      fi
      __switchback_shown=$REPLY
      __switchback_last
      return "$status"
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
    badge.around("${SWITCHBACK_LABEL-}${__switchback_suffix-}") { parameters in
      parameters == "0" ? #"\[\e[0m\]"# : #"\[\e[${__switchback_sgr-0}m\]"#
    }
  }

  /// A trap of the user's stays; one set later replaces ours.
  private var bashFarewell: String {
    guard let farewell else { return "" }
    return #"""

      if [[ -z $(trap -p EXIT) ]]; then
        trap '{ printf "\#(farewell)" >/dev/tty; } 2>/dev/null' EXIT
      fi

      """#
  }
}
