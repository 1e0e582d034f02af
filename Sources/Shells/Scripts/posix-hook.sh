__switchback_builtin=command

__switchback_time() {
  \set +eux
  \command [ -n "${SWITCHBACK_LABEL-}" ] || \return 0
  __switchback_now=$(\command date +%s)
  __switchback_left=
  if \command [ -n "${__switchback_end-}" ]; then
    __switchback_left=$((__switchback_end - __switchback_now))
    # A clock that was set meanwhile is correct: the times are converted back to AWS's time.
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
  __switchback_is_unchanged || __switchback_left="$__switchback_left changed"
  \command printf %s "$__switchback_left"
}

@TAKE@

${__switchback_builtin-} unalias switchback 2>/dev/null || ${__switchback_builtin-} [ 1 ]
switchback() {
  SWITCHBACK_HOOK=$$ @PROGRAM@ "$@" && ${__switchback_builtin-} set -- 0 || ${__switchback_builtin-} set -- "$?"
  __switchback_take_safely || case $1 in 0) ${__switchback_builtin-} set -- 1 ;; esac
  \return "$1"
}

__switchback_take_safely() {
  __switchback_options=$-
  \set +eux
  __switchback_take
  __switchback_missed=$?
  case $__switchback_options in *u*) \set -u ;; esac
  case $__switchback_options in *x*) \set -x ;; esac
  case $__switchback_options in *e*) \set -e ;; esac
  \return "$__switchback_missed"
}

__switchback_escape=$(\command printf '\033')
case ${PS1-} in
  *'${SWITCHBACK_LABEL-}'*) ;;
  *)
    # An assignment to a read-only variable would end the reading of this file.
    if ! (PS1=) 2>/dev/null; then
      \command printf '%s\n' 'switchback: PS1 is read-only in this shell, so its prompt shows no label.' >&2
    elif \command [ -n "${BASH_VERSION-}" ]; then
      PS1='@BASH_BADGE_START@${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+${__switchback_suffix-}$(__switchback_time 2>/dev/null)}@BASH_BADGE_END@'"${PS1-}"
    else
      PS1='@BADGE_START@${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+${__switchback_suffix-}$(__switchback_time 2>/dev/null)}@BADGE_END@'"${PS1-}"
    fi
    ;;
esac
