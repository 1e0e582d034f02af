\builtin shopt -q expand_aliases && __switchback_aliases=-s || __switchback_aliases=-u
\builtin shopt -u expand_aliases

builtin export SWITCHBACK_PID="$$"
__switchback_builtin=builtin
# The same text in every subshell, so that a PS1 inherited from another is recognised. It shows
# nothing in a shell without an active entry.
__switchback_mark='@BADGE_START@${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+${__switchback_suffix-}${__switchback_left-}}@BADGE_END@'
# The same if nothing runs before the prompt: bash itself calculates the time left.
__switchback_still='@BADGE_START@${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+${__switchback_suffix-}${__switchback_end:+${__switchback_minutes[__switchback_end-\D{%s}<=0?0:__switchback_end-\D{%s}<900?(__switchback_end-\D{%s}+59)/60:16]}}}@BADGE_END@'
[[ -n ${__switchback_shown+x} ]] || __switchback_shown=()
__switchback_minutes=(' expired' ' 1m' ' 2m' ' 3m' ' 4m' ' 5m' ' 6m' ' 7m' ' 8m' ' 9m' ' 10m' ' 11m' ' 12m' ' 13m' ' 14m' ' 15m' '')
# A reference, too: bash runs nothing for it if only PROMPT_COMMAND is inherited.
__switchback_hook=__switchback_badge

__switchback_badge() {
  builtin local status="$?" options="$-" REPLY=""
  builtin local -; builtin set +eux
  __switchback_take
  __switchback_time
  if [[ -n ${SWITCHBACK_LABEL-} ]]; then
    REPLY=$__switchback_mark
    if ! builtin shopt -q promptvars && ! builtin shopt -qo posix; then
      __switchback_literal
    fi
  fi
  __switchback_prompt || __switchback_line
  __switchback_last
  # With `set -e` a non-zero status would end the shell.
  [[ $options != *e* ]] || builtin return 0
  builtin return "$status"
}

# The label as text, with special characters replaced: without promptvars bash expands only
# backslashes.
__switchback_literal() {
  builtin local name="${SWITCHBACK_LABEL-}"
  name=${name//[\\\$\`]/_}
  builtin printf -v REPLY '@PROMPT_FORMAT@' @BADGE_SGR@"$name$__switchback_suffix$__switchback_left"
}

# Puts the mark into PS1 and removes earlier ones, which another tool may have kept.
__switchback_prompt() {
  builtin local old prompt="${PS1-}"
  for old in "${__switchback_shown[@]}" "$__switchback_mark" "$__switchback_still"; do
    [[ $old == "$REPLY" ]] || prompt=${prompt//"$old"/}
  done
  if [[ -n $REPLY ]]; then
    [[ $REPLY == "$__switchback_mark" || " ${__switchback_shown[*]} " == *"$REPLY"* ]] ||
      __switchback_shown+=("$REPLY")
    [[ $prompt == *"$REPLY"* ]] || prompt=$REPLY$prompt
  fi
  [[ $prompt == "${PS1-}" ]] || builtin printf -v PS1 %s "$prompt" 2>/dev/null
}

# Prints once why the label is elsewhere.
__switchback_tell() {
  [[ -z ${__switchback_told-} ]] || builtin return 0
  __switchback_told=1
  builtin printf 'switchback: %s\n' "$1" >&2
}
# Prints the label on its own line when it changes, because PS1 is read-only.
__switchback_line() {
  builtin local label="${SWITCHBACK_LABEL:+$SWITCHBACK_LABEL$__switchback_suffix$__switchback_left}"
  [[ $label != "${__switchback_lined-}" ]] || builtin return 0
  __switchback_lined=$label
  [[ -n $label ]] || builtin return 0
  __switchback_tell 'PS1 is read-only in this shell, so its label is shown here when it changes, not in the prompt.'
  builtin printf '@BADGE_FORMAT@\n' @BADGE_SGR@"$label" >&2
}
# Puts the label into PS1 by reference only: PROMPT_COMMAND is read-only, so nothing runs before
# the prompt.
__switchback_use_reference() {
  __switchback_by_reference=1
  __switchback_tell 'PROMPT_COMMAND is read-only in this shell, so its session is not renewed automatically: run `switchback renew`.'
  [[ ${PS1-} != *"$__switchback_still"* ]] || builtin return 0
  builtin printf -v PS1 %s "$__switchback_still${PS1-}" 2>/dev/null ||
    __switchback_line
}

# A clock that was set meanwhile is correct: the times are converted back to AWS's time.
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
# True if a renewal is due: never twice within a pause, whatever clocks and responses say, and at
# longer intervals while it has no effect.
__switchback_due() {
  builtin local since="$((now - ${__switchback_asked:-0}))" least="${__switchback_pause:-60}"
  [[ -n ${__switchback_renew-} ]] && ((now >= __switchback_renew)) && __switchback_is_unchanged || builtin return 1
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
      (@PROGRAM@ renew --quiet </dev/null >/dev/null 2>&1 &)
    else
      @PROGRAM@ renew --quiet
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
  __switchback_is_unchanged || __switchback_left+=' changed'
}

@TAKE@

${__switchback_builtin-} unalias switchback 2>/dev/null || ${__switchback_builtin-} [ 1 ]
switchback() {
  builtin local -; builtin set +eux
  SWITCHBACK_HOOK=$$ @PROGRAM@ "$@" && ${__switchback_builtin-} set -- 0 || ${__switchback_builtin-} set -- "$?"
  __switchback_take || case $1 in 0) ${__switchback_builtin-} set -- 1 ;; esac
  [[ -z ${__switchback_by_reference-} ]] || __switchback_use_reference
  \return "$1"
}

# Keeps our hook last, after all tools that set PS1. bash runs an array only from version 5.1 on.
__switchback_last() {
  builtin local hook='"${__switchback_hook-:}"' command kept
  kept=()
  [[ -n ${PROMPT_COMMAND+x} ]] || builtin printf -v PROMPT_COMMAND '' 2>/dev/null || :
  if [[ -z ${PROMPT_COMMAND+x} || ${PROMPT_COMMAND@a} == *r* ]]; then
    [[ ${PROMPT_COMMAND-} == *"$hook"* ]] || __switchback_use_reference
  elif [[ ${PROMPT_COMMAND@a} != *a* ]] || ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 501)); then
    [[ $PROMPT_COMMAND == *"$hook" ]] || PROMPT_COMMAND=${PROMPT_COMMAND//"$hook"/:}$'\n'$hook
  elif [[ ${PROMPT_COMMAND[*]: -1} != *"$hook" ]]; then
    for command in "${PROMPT_COMMAND[@]}"; do
      [[ $command == "$hook" ]] || kept+=("$command")
    done
    PROMPT_COMMAND=("${kept[@]}" "$hook")
  fi
}
@MORE@
__switchback_last
builtin shopt "$__switchback_aliases" expand_aliases
\builtin unset -v __switchback_aliases
