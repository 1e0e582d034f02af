function __switchback_farewell --on-event fish_exit
  # fish warns of a missing terminal itself, whatever standard error is.
  if test -n '@EXIT_SEQUENCE@'
    begin
      builtin printf '@EXIT_SEQUENCE@' >/dev/tty
    end 2>/dev/null
  end
  if test -d @DIRECTORY@ -a -O @DIRECTORY@; and not test -L @DIRECTORY@
    command rm -f -- @LEFTOVERS@ 2>/dev/null
    command rmdir -- @DIRECTORY@ 2>/dev/null
  end
end
