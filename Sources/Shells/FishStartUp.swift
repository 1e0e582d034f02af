extension StartUp {
  /// fish with a file that it reads after all of the user's own.
  ///
  /// fish never expands what a prompt function writes.
  var fish: Subshell {
    shell(
      arguments: ["-i", "-C", "source " + fishQuoted(path("label.fish"))],
      files: [StartUpFile("label.fish", [fishRead, fishBadge, fishFarewell].joined())])
  }

  private var fishRead: String {
    #"""
    command rm -f -- \#(fishQuoted(path("label.fish"))) 2>/dev/null
    command rmdir -- \#(fishQuoted(directory)) 2>/dev/null

    # What the user's own files changed of the identity is put back. fish has read them already: what
    # it was given is known to the kernel.
    function __switchback_wear
      for pair in (string split0 </proc/$fish_pid/environ)
        set -l halves (string split --max 1 = -- $pair)
        if contains -- $halves[1] \#(worn.joined(separator: " "))
          set -gx $halves[1] (string join \n -- $halves[2..] | string collect)
        end
      end
      for name in \#(removed.joined(separator: " "))
        set -eg $name
        if set -qU $name
          echo "switchback: the universal variable $name is set for every fish, this one too;" \
            "set -eU $name removes it" >&2
        end
      end
    end
    __switchback_wear
    functions -e __switchback_wear

    """#
  }

  private var fishBadge: String {
    #"""

    function __switchback_wrap
      functions -q fish_prompt
      functions -e __switchback_users_prompt
      functions -c fish_prompt __switchback_users_prompt
      # The user's prompt comes first: it may ask for the last command's status.
      function fish_prompt --description switchback
        set -l prompt (__switchback_users_prompt $argv | string collect -N)
        printf '\#(fishMark)' "$SWITCHBACK_LABEL\#(badge.suffix)"
        printf '%s' "$prompt"
      end
    end

    # A prompt chosen later is wrapped before it is first shown.
    function __switchback_badge --on-event fish_prompt
      set -l details (functions -Dv fish_prompt)
      test "$details[5]" = switchback
      or __switchback_wrap
    end
    __switchback_wrap

    """#
  }

  private var fishMark: String {
    badge.around("%s") { "\\e[\($0)m" }
  }

  private var fishFarewell: String {
    guard let farewell else { return "" }
    return #"""

      function __switchback_farewell --on-event fish_exit
        begin
          printf '\#(farewell)' >/dev/tty
        end 2>/dev/null
      end

      """#
  }
}
