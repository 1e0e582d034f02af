{ ${__switchback_builtin-} printf '@EXIT_SEQUENCE@' >/dev/tty; } 2>/dev/null || :
if ${__switchback_builtin-} [ -d @DIRECTORY@ ] && ${__switchback_builtin-} [ -O @DIRECTORY@ ] && ${__switchback_builtin-} [ ! -L @DIRECTORY@ ]; then
  \command rm -f -- @LEFTOVERS@
  \command rmdir -- @DIRECTORY@ || :
fi 2>/dev/null
