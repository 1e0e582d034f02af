builtin export SWITCHBACK_PID=$$
builtin typeset -g __switchback_builtin=builtin
builtin typeset -g __switchback_left= __switchback_asked= __switchback_asker= __switchback_wait=

# A clock that was set meanwhile is correct: the times are converted back to AWS's time.
__switchback_clock() {
  builtin local up rest
  [[ -n ${__switchback_ahead-} ]] || builtin return 0
  { builtin read -r up rest </proc/uptime } 2>/dev/null || builtin return 0
  up=$(( now - ${up%%.*} - __switchback_setting ))
  (( up > 60 || up < -60 )) || builtin return 0
  __switchback_end=$(( __switchback_end - __switchback_ahead ))
  [[ -z ${__switchback_renew-} ]] || __switchback_renew=$(( __switchback_renew - __switchback_ahead ))
  __switchback_ahead=
}
# True if a renewal is due: never twice within a pause, whatever clocks and responses say, and at
# longer intervals while it has no effect.
__switchback_due() {
  builtin local since=$(( now - ${__switchback_asked:-0} )) least=${__switchback_pause:-60}
  [[ -n ${__switchback_renew-} ]] && (( now >= __switchback_renew )) && __switchback_is_unchanged || builtin return 1
  [[ ${__switchback_asker-} != "${AWS_ACCESS_KEY_ID-}" ]] || least=${__switchback_wait:-60}
  (( since >= least || since < 0 )) || builtin return 1
  __switchback_wait=$(( least < 300 ? least * 2 : 600 ))
  __switchback_asked=$now
  __switchback_asker=${AWS_ACCESS_KEY_ID-}
}

__switchback_time() {
  builtin local now=${(%):-%D{%s}} left
  __switchback_clock
  if __switchback_due; then
    if (( now < __switchback_end )); then
      @PROGRAM@ renew --quiet </dev/null >/dev/null 2>&1 &!
    else
      @PROGRAM@ renew --quiet
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
  __switchback_is_unchanged || __switchback_left+=' changed'
}

@TAKE@

${__switchback_builtin-} unalias switchback 2>/dev/null || ${__switchback_builtin-} [ 1 ]
switchback() {
  SWITCHBACK_HOOK=$$ @PROGRAM@ "$@" && ${__switchback_builtin-} set -- 0 || ${__switchback_builtin-} set -- "$?"
  __switchback_take || case $1 in 0) ${__switchback_builtin-} set -- 1 ;; esac
  \return "$1"
}

# The last of the hooks, after all tools that set PROMPT. It uses a high place in psvar, because
# themes use the first ones.
__switchback_badge() {
  builtin local __switchback_status=$? __switchback_mark= __switchback_escape=$'\e'
  __switchback_last
  __switchback_take
  __switchback_time
  if [[ -n ${SWITCHBACK_LABEL-} ]]; then
    __switchback_mark="@BADGE_START@%99v@BADGE_END@"
  fi
  __switchback_show
  builtin return $__switchback_status
}

# Prints once why the label is elsewhere.
__switchback_tell() {
  [[ -z ${__switchback_told-} ]] || builtin return 0
  builtin typeset -g __switchback_told=1
  builtin printf 'switchback: %s\n' "$1" >&2
}
__switchback_fixed() {
  [[ ${(Pt)1} == *readonly* ]]
}
# Puts the mark into a prompt once, and removes earlier ones, which another tool may have kept.
__switchback_put() {
  builtin setopt local_options extended_glob
  builtin local text=${(P)1} bare
  builtin local shape='(%[{]'$__switchback_escape'\[[0-9;]#m%[}]|)[][ ]%99v[][ ](%[{]'$__switchback_escape'\[0m%[}]|) '
  bare=${text//${~shape}/}
  if [[ -z $__switchback_mark ]]; then
    [[ $text == "$bare" ]] || builtin typeset -g -- "$1=$bare"
  elif [[ $text != *"$__switchback_mark"* || ${text/"$__switchback_mark"/} != "$bare" ]]; then
    builtin typeset -g -- "$1=$__switchback_mark$bare"
  fi
}
__switchback_show() {
  if __switchback_fixed psvar; then
    __switchback_tell 'psvar is read-only in this shell, so its label is shown here when it changes, not in the prompt.'
    __switchback_line
    builtin return
  fi
  [[ -z $__switchback_mark && $#psvar -lt 99 ]] ||
    psvar[99]=${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+$__switchback_suffix$__switchback_left}
  if ! __switchback_fixed PROMPT && ! __switchback_fixed PS1 && ! __switchback_fixed prompt; then
    __switchback_put PROMPT
  elif __switchback_is_right; then
    __switchback_tell 'PROMPT is read-only in this shell, so its label is at the right.'
    __switchback_put RPROMPT
  else
    __switchback_tell 'PROMPT is read-only in this shell, so its label is shown here when it changes.'
    __switchback_line
  fi
}
# True if RPROMPT can be set. For an unset variable only an attempt shows it.
__switchback_is_right() {
  [[ -n ${__switchback_right-} ]] || if (RPROMPT=${RPROMPT-}) 2>/dev/null; then
    builtin typeset -g __switchback_right=yes
  else
    builtin typeset -g __switchback_right=no
  fi
  [[ $__switchback_right == yes ]]
}
# Prints the label on its own line when it changes.
__switchback_line() {
  builtin local label=${SWITCHBACK_LABEL:+$SWITCHBACK_LABEL$__switchback_suffix$__switchback_left}
  [[ $label != "${__switchback_lined-}" ]] || builtin return 0
  builtin typeset -g __switchback_lined=$label
  [[ -z $label ]] || builtin printf '@BADGE_FORMAT@\n' @BADGE_SGR@"$label" >&2
}

__switchback_last() {
  if ! __switchback_fixed precmd_functions; then
    builtin typeset -ga precmd_functions
    [[ ${precmd_functions[-1]-} == __switchback_badge ]] ||
      precmd_functions=(${precmd_functions:#__switchback_badge} __switchback_badge)
  elif (( ! ${+functions[precmd]} )); then
    precmd() { __switchback_badge }
  elif [[ $functions[precmd] != *__switchback_badge* ]]; then
    __switchback_tell 'precmd_functions is read-only in this shell, so its prompt shows no label: `switchback prompt` prints it.'
  fi
}
__switchback_last
