import Text

/// The shells that our completion scripts support.
package enum CompletingShell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

/// The script that makes a shell complete the words of `switchback`.
///
/// The script runs `switchback __complete SHELL ...`, since the shell does not know the commands
/// and entries. It quotes every word that it gets. The first line of the reply is the kind of
/// completion (`words`, `files`, or `command` for another command's line after `--`). The words
/// follow, one per line.
///
/// `program` is the program to run: a name in `PATH`, or an absolute path.
package func completions(
  for shell: CompletingShell, program: String = "switchback"
) -> String {
  switch shell {
  case .bash: bashCompletion(asking: posixQuoted(program))
  case .zsh: zshCompletion(asking: posixQuoted(program))
  case .fish: fishCompletion(asking: fishQuoted(program))
  }
}

/// The script for bash.
///
/// bash inserts words unchanged, and replaces only the text after the last `:` or `=`. So the
/// reply's words are quoted and cut to that. The script also runs in bash 3.2, which has neither
/// `mapfile` nor `compopt`.
func bashCompletion(asking program: String) -> String {
  #"""
  _switchback() {
    local kind word index
    COMPREPLY=()
    {
      IFS= read -r kind
      while IFS= read -r word; do COMPREPLY+=("$word"); done
    } < <(command \#(program) __complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
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

  """#
}

/// The script for zsh, to be sourced, or to be a file `_switchback` in a folder of `fpath`.
///
/// zsh quotes the words for `compadd`, and matches them by the user's rules.
func zshCompletion(asking program: String) -> String {
  #"""
  #compdef switchback

  _switchback() {
    local line
    local -i width=0
    local -a lines values shown
    lines=("${(@f)$(command \#(program) __complete zsh \
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

  """#
}

/// The script for fish, which quotes the inserted words, and matches the typed word itself.
func fishCompletion(asking program: String) -> String {
  #"""
  function __switchback_complete
      set -l words (commandline -opc)
      set -l lines (command \#(program) __complete fish $words (commandline -ct) 2>/dev/null)
      switch "$lines[1]"
          case words
              printf '%s\n' $lines[2..]
          case files
              __fish_complete_path (commandline -ct)
          case command
              set -l dashes (contains -i -- -- $words)
              set -l rest $words[(math $dashes + 1)..]
              complete -C "$(string join ' ' -- (string escape -- $rest) (commandline -ct))"
      end
  end

  complete -c switchback -e
  complete -c switchback -f -a '(__switchback_complete)'

  """#
}
