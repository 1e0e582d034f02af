if (( ${+__switchback_zdotdir} )); then
  ZDOTDIR=$__switchback_zdotdir
  \unset __switchback_zdotdir
else
  \unset ZDOTDIR
fi
# /etc/zsh/zshrc of some systems puts files into ZDOTDIR.
if [[ ${HISTFILE-} == @DIRECTORY@/* ]]; then
  HISTFILE=${ZDOTDIR-$HOME}/${HISTFILE:t}
fi
{ \builtin zmodload -F zsh/files b:zf_rm && \builtin zf_rm -f -- @FILES@ || \command rm -f -- @FILES@ } 2>/dev/null

if [[ -r ${ZDOTDIR-$HOME}/.zshrc ]]; then
  \. ${ZDOTDIR-$HOME}/.zshrc
fi
