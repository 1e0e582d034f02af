for __switchback_name in @VARIABLES@; do
  builtin export "$__switchback_name=${__switchback_kept[$__switchback_name]}"
done
builtin unset __switchback_kept __switchback_name @REMOVED@
