@RESTORE_ENV@
\command rm -f -- @FILE@ 2>/dev/null

# The variables of the identity are restored after the user's own file.
for __switchback_name in @VARIABLES@; do
  \eval "__switchback_$__switchback_name=\${$__switchback_name-}"
done
# ENV can contain references, and quotes that a shell would not read as quotes.
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
