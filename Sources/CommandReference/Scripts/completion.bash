_switchback() {
  local kind word index
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r word; do COMPREPLY+=("$word"); done
  } < <(command @PROGRAM@ __complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
  case $kind in
  files) _switchback_generated -f "$2" ;;
  command)
    for index in "${!COMP_WORDS[@]}"; do
      if [[ ${COMP_WORDS[index]} == -- ]]; then break; fi
    done
    if declare -F _command_offset >/dev/null; then
      _command_offset $((index + 1))
    elif ((COMP_CWORD == index + 1)); then
      _switchback_generated -c "$2"
    else
      _switchback_generated -f "$2"
    fi
    ;;
  esac
}

_switchback_generated() {
  local word
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$1" -- "$2")
}

complete -F _switchback switchback
