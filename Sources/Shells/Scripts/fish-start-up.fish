command rm -f -- @FILE@ 2>/dev/null

# What the user's own files changed of the identity is put back. fish has read them already: what
# it was given is known to the kernel.
function __switchback_wear
  for pair in (string split0 </proc/$fish_pid/environ)
    set -l halves (string split --max 1 = -- $pair)
    if builtin contains -- $halves[1] @VARIABLES@
      set -gx $halves[1] (string join \n -- $halves[2..] | string collect)
    end
  end
  for name in @REMOVED@
    set -eg $name
    if set -qU $name
      builtin echo "switchback: the universal variable $name is set for every fish, this one too;" \
        "set -eU $name removes it" >&2
    end
  end
end
__switchback_wear
builtin functions -e __switchback_wear
