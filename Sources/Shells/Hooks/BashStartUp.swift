import Canvas
import Text

extension ShellStartUp {
  /// `bash --rcfile`, with a file that reads ~/.bashrc where bash would.
  var bash: Subshell {
    shell(
      arguments: ["--rcfile", path("bashrc"), "-i"],
      files: [
        StartUpFile("bashrc", [bashExitHandler, bashRead, posixState, hook.bash()].joined())
      ])
  }

  private var bashRead: String {
    #"""
    \command rm -f -- \#(posixQuoted(path("bashrc"))) 2>/dev/null
    \export SWITCHBACK_PID="$$"

    # What the user's own files change of the identity is put back after them.
    \declare -A __switchback_kept
    for __switchback_name in \#(setNames.joined(separator: " ")); do
      __switchback_kept[$__switchback_name]=${!__switchback_name-}
    done
    \#(isLogin ? bashLoginFiles : "if [[ -r ~/.bashrc ]]; then \\. ~/.bashrc; fi")
    for __switchback_name in \#(setNames.joined(separator: " ")); do
      \builtin export "$__switchback_name=${__switchback_kept[$__switchback_name]}"
    done
    \builtin unset -v __switchback_kept __switchback_name \#(removedNames.joined(separator: " "))

    """#
  }

  /// What bash reads as a login shell, which then reads no --rcfile.
  private var bashLoginFiles: String {
    #"""
    if [[ -r /etc/profile ]]; then \. /etc/profile; fi
    for __switchback_name in ~/.bash_profile ~/.bash_login ~/.profile; do
      if [[ -r $__switchback_name ]]; then
        \. "$__switchback_name"
        \break
      fi
    done
    """#
  }

  /// One of the user's, set in their files or later, replaces it.
  private var bashExitHandler: String { "\\trap \(posixQuoted(posixExitHandler)) EXIT\n" }
}

extension ShellStartUp {
  /// The state as assignments, for bash, zsh and sh.
  var posixState: String {
    state.variables.map { "\($0.name)=\(posixQuoted($0.value))\n" }.joined()
  }

  /// What an ending shell does, for bash, zsh and sh.
  var posixExitHandler: String {
    let call = ShellSyntax.posix.builtinPrefix
    let title = exitSequence.map { #"{ \#(call) printf '\#($0)' >/dev/tty; } 2>/dev/null; "# } ?? ""
    let folder = posixQuoted(directory)
    return title
      + "if \(ShellSyntax.posix.isOwnFolder(folder)); then "
      + "\\command rm -f -- \(leftovers.map(posixQuoted).joined(separator: " ")); \\command rmdir -- \(folder) || :; "
      + "fi 2>/dev/null"
  }
}

extension Hook {
  /// How the label gets into bash's prompt, and what is done where it cannot.
  var bashPrompt: String { bashPlain + bashPlaces + bashReadOnly }

  private var bashPlain: String {
    #"""

    # Without promptvars bash expands only backslashes: then the name itself, made harmless.
    __switchback_plain() {
      builtin local name="${SWITCHBACK_LABEL-}"
      name=${name//[\\\$\`]/_}
      builtin printf -v REPLY '\#(bashPlainMark)' \#(bashPlainWords)
    }

    """#
  }

  private var bashPlaces: String {
    #"""

    # Puts the mark into PS1, and takes out others: of what the label was before, which another tool may have kept.
    __switchback_prompt() {
      builtin local old prompt="${PS1-}"
      for old in "${__switchback_shown[@]}" "$__switchback_mark" "$__switchback_still"; do
        [[ $old == "$REPLY" ]] || prompt=${prompt//"$old"/}
      done
      if [[ -n $REPLY ]]; then
        [[ $REPLY == "$__switchback_mark" || " ${__switchback_shown[*]} " == *"$REPLY"* ]] ||
          __switchback_shown+=("$REPLY")
        [[ $prompt == *"$REPLY"* ]] || prompt=$REPLY$prompt
      fi
      [[ $prompt == "${PS1-}" ]] || builtin printf -v PS1 %s "$prompt" 2>/dev/null
    }

    """#
  }

  private var bashReadOnly: String {
    #"""

    # Says once why the label is elsewhere.
    __switchback_tell() {
      [[ -z ${__switchback_told-} ]] || builtin return 0
      __switchback_told=1
      builtin printf 'switchback: %s\n' "$1" >&2
    }
    # The label as a line of its own, when it changes: PS1 is read-only.
    __switchback_line() {
      builtin local label="${SWITCHBACK_LABEL:+$SWITCHBACK_LABEL$__switchback_suffix$__switchback_left}"
      [[ $label != "${__switchback_lined-}" ]] || builtin return 0
      __switchback_lined=$label
      [[ -n $label ]] || builtin return 0
      __switchback_tell 'PS1 is read-only in this shell, so its label is shown here, when it changes, and not in the prompt.'
      builtin printf '\#(badgeFormat)\n' \#(badgeWords("$label")) >&2
    }
    # Nothing runs before the prompt, since PROMPT_COMMAND is read-only: the label stands in PS1 by reference alone.
    __switchback_stand() {
      __switchback_standing=1
      __switchback_tell 'PROMPT_COMMAND is read-only in this shell, so its session is not renewed by itself: `switchback renew` does it.'
      [[ ${PS1-} != *"$__switchback_still"* ]] || builtin return 0
      builtin printf -v PS1 %s "$__switchback_still${PS1-}" 2>/dev/null ||
        __switchback_line
    }

    """#
  }

  /// The label as a PS1 has it, by references; `left` gives the time left.
  func bashMark(_ left: String) -> String {
    let text = "${SWITCHBACK_LABEL-}${SWITCHBACK_LABEL:+${__switchback_suffix-}\(left)}"
    return colors.referring(to: text) { #"\[\e[\#($0)m\]"# }
  }

  /// The time left without a function: an arithmetic expression picks the words.
  var bashTimeInPlace: String {
    let left = #"__switchback_end-\D{%s}"#
    return
      "${__switchback_end:+${__switchback_minutes[\(left)<=0?0:\(left)<900?(\(left)+59)/60:16]}}"
  }

  /// As a format of printf, for a PS1 whose references are not expanded.
  private var bashPlainMark: String {
    colors.badge("%s", "%s") { #"\\[\\e[\#($0)m\\]"# }
  }

  private var bashPlainWords: String {
    badgeWords("$name$__switchback_suffix$__switchback_left")
  }

  /// The badge as a format of printf, and its words.
  var badgeFormat: String { colors.badge("%s", "%s") { #"\033[\#($0)m"# } }

  func badgeWords(_ label: String) -> String {
    (colors == .unstyled ? "" : #""$__switchback_sgr" "#) + "\"\(label)\""
  }
}
