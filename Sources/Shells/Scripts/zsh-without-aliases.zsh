if [[ -o aliases ]]; then
  \builtin setopt no_aliases
  \builtin eval @CODE@
  \builtin setopt aliases
else
  \builtin eval @CODE@
fi
