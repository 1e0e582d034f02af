extension StartUp {
  /// zsh with our directory as `ZDOTDIR` for as long as it looks for start-up files, and not longer:
  /// each of the user's own is read with `ZDOTDIR` as they have it.
  ///
  /// zsh shows the name by `%v`, which it takes for text: neither `%` nor `$(...)` in it is expanded.
  var zsh: Subshell {
    shell(
      arguments: ["-i"], setting: ["ZDOTDIR": directory],
      files: [
        StartUpFile(".zshenv", zshEnvironment),
        StartUpFile(".zshrc", [zshRead, zshBadge, zshFarewell].joined()),
      ])
  }

  private var zshEnvironment: String {
    let own = environment["ZDOTDIR"].map { "ZDOTDIR=" + posixQuoted($0) } ?? "unset ZDOTDIR"
    return #"""
      \#(own)
      command rm -f -- \#(posixQuoted(path(".zshenv"))) 2>/dev/null

      # What the user's own files change of the identity is put back after them.
      typeset -gA __switchback_worn
      for __switchback_name in \#(worn.joined(separator: " ")); do
        __switchback_worn[$__switchback_name]=${(P)__switchback_name-}
      done
      if [[ -r ${ZDOTDIR-$HOME}/.zshenv ]]; then
        . ${ZDOTDIR-$HOME}/.zshenv
      fi
      if [[ -o rcs ]]; then
        if (( ${+ZDOTDIR} )); then
          __switchback_zdotdir=$ZDOTDIR
        fi
        ZDOTDIR=\#(posixQuoted(directory))
      else
        # Then zsh reads no other file.
        command rm -rf -- \#(posixQuoted(directory)) 2>/dev/null
      fi

      """#
  }

  private var zshRead: String {
    #"""
    if (( ${+__switchback_zdotdir} )); then
      ZDOTDIR=$__switchback_zdotdir
      unset __switchback_zdotdir
    else
      unset ZDOTDIR
    fi
    # Some systems' /etc/zsh/zshrc puts files into ZDOTDIR.
    if [[ ${HISTFILE-} == \#(posixQuoted(directory))/* ]]; then
      HISTFILE=${ZDOTDIR-$HOME}/${HISTFILE:t}
    fi
    command rm -rf -- \#(posixQuoted(directory)) 2>/dev/null

    if [[ -r ${ZDOTDIR-$HOME}/.zshrc ]]; then
      . ${ZDOTDIR-$HOME}/.zshrc
    fi
    for __switchback_name in \#(worn.joined(separator: " ")); do
      export "$__switchback_name=${__switchback_worn[$__switchback_name]}"
    done
    unset __switchback_worn __switchback_name \#(removed.joined(separator: " "))

    """#
  }

  private var zshBadge: String {
    #"""

    typeset -g __switchback_mark=$'\#(zshMark)'

    # Last of the hooks, so that whoever makes PROMPT anew has done so; a high place in psvar, whose
    # first ones themes use.
    __switchback_badge() {
      local __switchback_status=$?
      emulate -L zsh
      precmd_functions=(${precmd_functions:#__switchback_badge} __switchback_badge)
      psvar[99]="${SWITCHBACK_LABEL-}\#(badge.suffix)"
      if [[ $PROMPT != *"$__switchback_mark"* ]]; then
        PROMPT=$__switchback_mark$PROMPT
      fi
      return $__switchback_status
    }
    typeset -ga precmd_functions
    precmd_functions+=(__switchback_badge)

    """#
  }

  private var zshMark: String {
    badge.around("%99v") { "%{\\e[\($0)m%}" }
  }

  private var zshFarewell: String {
    guard let farewell else { return "" }
    return #"""

      __switchback_farewell() {
        { printf '\#(farewell)' >/dev/tty } 2>/dev/null
      }
      typeset -ga zshexit_functions
      zshexit_functions+=(__switchback_farewell)

      """#
  }
}
