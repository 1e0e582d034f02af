if (( ${+__switchback_zdotdir} )); then
  ZDOTDIR=$__switchback_zdotdir
else
  \unset ZDOTDIR
fi
if [[ -r ${ZDOTDIR-$HOME}/.zprofile ]]; then
  \. ${ZDOTDIR-$HOME}/.zprofile
fi
if (( ${+ZDOTDIR} )); then
  __switchback_zdotdir=$ZDOTDIR
fi
ZDOTDIR=@DIRECTORY@
