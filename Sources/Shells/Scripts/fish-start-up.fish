command rm -f -- @FILE@ 2>/dev/null

# Restores the variables of the identity after the user's own files. fish has already read these
# files, so the original environment comes from the kernel.
function __switchback_restore
  for pair in (string split0 </proc/$fish_pid/environ)
    set -l halves (string split --max 1 = -- $pair)
    if builtin contains -- $halves[1] @VARIABLES@
      set -gx $halves[1] (string join \n -- $halves[2..] | string collect)
    end
  end
  for name in @REMOVED@
    set -eg $name
    if set -qU $name
      builtin echo "switchback: the universal variable $name is set for every fish, including this one;" \
        "set -eU $name removes it" >&2
    end
  end
end
__switchback_restore
builtin functions -e __switchback_restore
