import Text

extension ShellStartUp {
  /// fish with a file that it reads after all of the user's own.
  var fish: Subshell {
    shell(
      arguments: (isLogin ? ["-l"] : []) + [
        "-i", "-C", "builtin source " + fishQuoted(path("label.fish")),
      ],
      files: [
        StartUpFile("label.fish", [fishRead, fishState, hook.fish, fishExitHandler].joined())
      ])
  }

  private var fishRead: String {
    #"""
    command rm -f -- \#(fishQuoted(path("label.fish"))) 2>/dev/null

    # What the user's own files changed of the identity is put back. fish has read them already: what
    # it was given is known to the kernel.
    function __switchback_wear
      for pair in (string split0 </proc/$fish_pid/environ)
        set -l halves (string split --max 1 = -- $pair)
        if builtin contains -- $halves[1] \#(setNames.joined(separator: " "))
          set -gx $halves[1] (string join \n -- $halves[2..] | string collect)
        end
      end
      for name in \#(removedNames.joined(separator: " "))
        set -eg $name
        if set -qU $name
          builtin echo "switchback: the universal variable $name is set for every fish, this one too;" \
            "set -eU $name removes it" >&2
        end
      end
    end
    __switchback_wear
    builtin functions -e __switchback_wear

    """#
  }

  /// The state as assignments.
  private var fishState: String {
    state.variables.map { "set -g \($0.name) \(fishQuoted($0.value))\n" }.joined()
  }

  private var fishExitHandler: String {
    let title =
      exitSequence.map {
        """
        begin
            builtin printf '\($0)' >/dev/tty
          end 2>/dev/null

        """
      } ?? ""
    return #"""

      function __switchback_farewell --on-event fish_exit
        \#(title)  if \#(ShellSyntax.fish.isOwnFolder(fishQuoted(directory)))
          command rm -f -- \#(leftovers.map(fishQuoted).joined(separator: " ")) 2>/dev/null
          command rmdir -- \#(fishQuoted(directory)) 2>/dev/null
        end
      end

      """#
  }
}
