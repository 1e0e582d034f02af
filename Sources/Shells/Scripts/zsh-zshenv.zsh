@RESTORE_ZDOTDIR@
\export SWITCHBACK_PID="$$"

# The variables of the identity are restored after the user's own files.
\typeset -gA __switchback_kept
for __switchback_name in @VARIABLES@; do
  __switchback_kept[$__switchback_name]=${(P)__switchback_name-}
done
if [[ -r ${ZDOTDIR-$HOME}/.zshenv ]]; then
  \. ${ZDOTDIR-$HOME}/.zshenv
fi
if [[ -o rcs ]]; then
  if (( ${+ZDOTDIR} )); then
    __switchback_zdotdir=$ZDOTDIR
  fi
  ZDOTDIR=@DIRECTORY@
else
  # Without rcs zsh reads no other file.
  { \builtin zmodload -F zsh/files b:zf_rm && \builtin zf_rm -f -- @FILES@ || \command rm -f -- @FILES@ } 2>/dev/null
fi
