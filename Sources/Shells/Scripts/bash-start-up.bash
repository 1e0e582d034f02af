\trap @EXIT_HANDLER@ EXIT
\command rm -f -- @FILE@ 2>/dev/null
\export SWITCHBACK_PID="$$"

# The variables of the identity are restored after the user's own files.
\declare -A __switchback_kept
for __switchback_name in @VARIABLES@; do
  __switchback_kept[$__switchback_name]=${!__switchback_name-}
done
if [[ -n '@LOGIN@' ]]; then
  if [[ -r /etc/profile ]]; then \. /etc/profile; fi
  for __switchback_name in ~/.bash_profile ~/.bash_login ~/.profile; do
    if [[ -r $__switchback_name ]]; then
      \. "$__switchback_name"
      \break
    fi
  done
elif [[ -r ~/.bashrc ]]; then
  \. ~/.bashrc
fi
for __switchback_name in @VARIABLES@; do
  \builtin export "$__switchback_name=${__switchback_kept[$__switchback_name]}"
done
\builtin unset -v __switchback_kept __switchback_name @REMOVED@
