# zsh continues a function that was stopped in a subshell, another process: only the shell itself
# may apply a change.
__switchback_level=${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}
# Applies pending changes, for bash, zsh and sh. Only files of this user in a folder of this user
# are read, each once: new credentials first, then a switch to another entry. Status 1 if a change
# was not applied completely.
__switchback_take() {
  ${__switchback_builtin-} [ "$__switchback_level" = "${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}" ] || \return 0
  __switchback_folder=${SWITCHBACK_HANDOVER-}
  __switchback_folder=${__switchback_folder%/*}
  __switchback_missed=
  for __switchback_file in renewed.sh next.sh; do
    __switchback_file=$__switchback_folder/$__switchback_file
    if ${__switchback_builtin-} [ -d "$__switchback_folder" ] && ${__switchback_builtin-} [ -O "$__switchback_folder" ] && ${__switchback_builtin-} [ ! -L "$__switchback_folder" ] && ${__switchback_builtin-} [ -f "$__switchback_file" ] && ${__switchback_builtin-} [ -O "$__switchback_file" ] && ${__switchback_builtin-} [ ! -L "$__switchback_file" ]; then
      # A new file can replace it at any moment.
      if \command mv -f -- "$__switchback_file" "$__switchback_folder/taken"; then
        ${__switchback_builtin-} . "$__switchback_folder/taken" || __switchback_missed=1
        \command rm -f -- "$__switchback_folder/taken"
      else
        __switchback_missed=1
      fi
    fi
  done
  # The title after a switch in place; the first title is set by the program that started the shell.
  if ${__switchback_builtin-} [ -n "${__switchback_title-}" ]; then
    { ${__switchback_builtin-} printf %s "$__switchback_title" >/dev/tty; } 2>/dev/null || :
    ${__switchback_builtin-} [ -n "${SWITCHBACK_ENTRY-}" ] || ${__switchback_builtin-} unset __switchback_title
  fi
  # zsh stops reading such a file at a variable that it cannot change.
  case $__switchback_missed/${__switchback_said-} in
    1/) ${__switchback_builtin-} printf '%s\n' 'switchback: this shell has not applied all of the change, because some of its variables cannot be changed: do not use its credentials. `exit` leaves the shell.' >&2 ;;
  esac
  __switchback_said=
  ${__switchback_builtin-} unset __switchback_folder __switchback_file
  ${__switchback_builtin-} [ -z "$__switchback_missed" ]
}
# True if the credentials are still those that we have set.
__switchback_is_unchanged() {
  ${__switchback_builtin-} [ -z "${SWITCHBACK_ENTRY-}" ] ||
    ${__switchback_builtin-} [ "${__switchback_wore-}" = "${AWS_ACCESS_KEY_ID-}/${AWS_PROFILE-}" ]
}
__switchback_wore=${AWS_ACCESS_KEY_ID-}/${AWS_PROFILE-}
