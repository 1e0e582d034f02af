import Text

extension ShellStartUp {
  /// zsh with our directory as `ZDOTDIR` for as long as it looks for start-up files, and not longer:
  /// each of the user's own is read with `ZDOTDIR` as they have it.
  var zsh: Subshell {
    shell(
      arguments: [isLogin ? "-il" : "-i"], setting: ["ZDOTDIR": directory],
      files: [
        StartUpFile(".zshenv", zshEnvironment), StartUpFile(".zprofile", zshProfile),
        StartUpFile(
          ".zshrc",
          [zshRead, zshIsolated(zshBack + posixState), hook.zsh, zshIsolated(zshExitHandler)]
            .joined()),
      ])
  }

  private var zshEnvironment: String {
    let own = environment["ZDOTDIR"].map { "ZDOTDIR=" + posixQuoted($0) } ?? "\\unset ZDOTDIR"
    return #"""
      \#(own)
      \export SWITCHBACK_PID="$$"

      # What the user's own files change of the identity is put back after them.
      \typeset -gA __switchback_kept
      for __switchback_name in \#(setNames.joined(separator: " ")); do
        __switchback_kept[$__switchback_name]=${(P)__switchback_name-}
      done
      if [[ -r ${ZDOTDIR-$HOME}/.zshenv ]]; then
        \. ${ZDOTDIR-$HOME}/.zshenv
      fi
      if [[ -o rcs ]]; then
        if (( ${+ZDOTDIR} )); then
          __switchback_zdotdir=$ZDOTDIR
        fi
        ZDOTDIR=\#(posixQuoted(directory))
      else
        # Then zsh reads no other file.
        \#(zshRemoval)
      fi

      """#
  }

  /// Read by a login shell, before the rest; what it reads last, the user's .zlogin, is found without us.
  private var zshProfile: String {
    #"""
    if (( ${+__switchback_zdotdir} )); then
      ZDOTDIR=$__switchback_zdotdir
    else
      \unset ZDOTDIR
    fi
    if [[ -r ${ZDOTDIR-$HOME}/.zprofile ]]; then
      \. ${ZDOTDIR-$HOME}/.zprofile
    fi
    if (( ${+ZDOTDIR} )); then
      __switchback_zdotdir=$ZDOTDIR
    fi
    ZDOTDIR=\#(posixQuoted(directory))

    """#
  }

  /// zsh's own rm, where its module is there, starts no process.
  private var zshRemoval: String {
    let files = [".zshenv", ".zprofile", ".zshrc"].map { posixQuoted(path($0)) }
      .joined(separator: " ")
    return
      "{ \\builtin zmodload -F zsh/files b:zf_rm && \\builtin zf_rm -f -- \(files) || \\command rm -f -- \(files) } 2>/dev/null"
  }

  private var zshRead: String {
    #"""
    if (( ${+__switchback_zdotdir} )); then
      ZDOTDIR=$__switchback_zdotdir
      \unset __switchback_zdotdir
    else
      \unset ZDOTDIR
    fi
    # Some systems' /etc/zsh/zshrc puts files into ZDOTDIR.
    if [[ ${HISTFILE-} == \#(posixQuoted(directory))/* ]]; then
      HISTFILE=${ZDOTDIR-$HOME}/${HISTFILE:t}
    fi
    \#(zshRemoval)

    if [[ -r ${ZDOTDIR-$HOME}/.zshrc ]]; then
      \. ${ZDOTDIR-$HOME}/.zshrc
    fi

    """#
  }

  private var zshBack: String {
    #"""
    for __switchback_name in \#(setNames.joined(separator: " ")); do
      builtin export "$__switchback_name=${__switchback_kept[$__switchback_name]}"
    done
    builtin unset __switchback_kept __switchback_name \#(removedNames.joined(separator: " "))

    """#
  }

  private var zshExitHandler: String {
    #"""

    # zsh calls it at the end of a subshell, too.
    __switchback_farewell() {
      [[ $__switchback_level == "${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}" ]] || builtin return 0
      \#(posixExitHandler)
    }
    builtin typeset -ga zshexit_functions
    zshexit_functions+=(__switchback_farewell)

    """#
  }
}
