@RESTORE_ENV@
\command rm -f -- @FILE@ 2>/dev/null

# What the user's own file changes of the identity is put back after it.
for __switchback_name in @VARIABLES@; do
  \eval "__switchback_$__switchback_name=\${$__switchback_name-}"
done
# ENV may hold references, and quotes that no shell would read as such.
case ${ENV-} in
  *[\"\\\`]*) __switchback_file=$ENV ;;
  *) \eval "__switchback_file=\"${ENV-}\"" ;;
esac
case $__switchback_file in
  */* | "") ;;
  *) __switchback_file=./$__switchback_file ;;
esac
if \command [ -r "$__switchback_file" ]; then
  \. "$__switchback_file"
fi
\unset __switchback_file @REMOVED@
for __switchback_name in @VARIABLES@; do
  \eval "\\export $__switchback_name=\"\$__switchback_$__switchback_name\"; \\unset __switchback_$__switchback_name"
done
\unset __switchback_name
