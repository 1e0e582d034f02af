#compdef switchback

_switchback() {
  local line
  local -i width=0
  local -a lines values shown
  lines=("${(@f)$(command @PROGRAM@ __complete zsh \
    "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  case ${lines[1]} in
  words)
    for line in "${(@)lines[2,-1]}"; do
      values+=("${line%%$'\t'*}")
      (( ${(m)#values[-1]} > width )) && width=${(m)#values[-1]}
    done
    for line in "${(@)lines[2,-1]}"; do
      if [[ $line == *$'\t'* ]]; then
        line="${(mr:width:)${line%%$'\t'*}}  -- ${line#*$'\t'}"
      fi
      shown+=("${line[1,COLUMNS-1]}")
    done
    compadd -l -d shown -a values
    ;;
  files) _files ;;
  command)
    compset -n $(( ${words[(i)--]} + 1 ))
    _normal
    ;;
  esac
}

if [[ ${funcstack[1]} == _switchback ]]; then
  _switchback "$@"
elif (( ${+functions[compdef]} )); then
  compdef _switchback switchback
fi
