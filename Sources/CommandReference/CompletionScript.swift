import Text

/// The shells that complete commands by a function of ours.
package enum CompletingShell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

/// The script that has a shell complete the words of `switchback`, by asking it: the shell knows nothing of commands
/// and entries, and quotes every word that it is given.
///
/// The answer to `switchback __complete SHELL ...` is a line that says what completes the word (`words`, `files`, or
/// `command` for a command line of its own behind `--`), and the words, each on a line.
///
/// `program` is what is asked: a name to be found in `PATH`, or an absolute path.
package func completions(
  for shell: CompletingShell, program: String = "switchback"
) -> String {
  switch shell {
  case .bash: bashCompletion(asking: posixQuoted(program))
  case .zsh: zshCompletion(asking: posixQuoted(program))
  case .fish: fishCompletion(asking: fishQuoted(program))
  }
}

/// bash inserts words as they are, in the place of what follows the last `:` or `=`: they come quoted, and cut to that.
///
/// It runs in bash 3.2, too, which has neither `mapfile` nor `compopt`.
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

/// zsh quotes what `compadd` is given, and matches it by the user's own rules.
///
/// It may be sourced, or stand as `_switchback` in a folder of `fpath`.
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

/// fish quotes what it inserts, and finds words by what it has typed of them itself.
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
