import Canvas
import Text

/// What makes the user's own shell one that can become someone else in place.
package struct InitScript: Sendable {
  package enum Shell: Sendable {
    case bash, zsh, fish
  }

  /// The name of the file in which the folder's shell says who it is.
  package static let ownerFile = "shell"

  /// For the shell to evaluate; without secrets.
  package let text: String

  /// - Parameters:
  ///   - program: Our own program, an absolute path.
  ///   - folder: Where the shell finds whom to become: a folder for it alone, 0700.
  ///   - ownsFolder: Whether the shell removes the folder when it ends; else somebody else does.
  ///   - completions: The script that completes the words of `switchback` in that shell.
  ///   - clock: The clock that the shell looks at; nil where it agrees with AWS's.
  package init(
    _ shell: Shell, program: String, folder: String, ownsFolder: Bool,
    completions: String, environment: [String: String], clock: ShellClock? = nil
  ) {
    let syntax: ShellSyntax = shell == .fish ? .fish : .posix
    let colors = LabelColors(environment: environment)
    let hook = Hook(program: syntax.quoted(program), colors: colors)
    let handover = folder + "/" + syntax.handoverName
    let state =
      syntax.exporting(Variable("SWITCHBACK_HANDOVER", handover))
      + ShellState(of: environment, clock: clock, in: colors).variables.map(syntax.setting).joined()
    let ending =
      ownsFolder
      ? shell.ownerNote(in: folder + "/" + Self.ownerFile, syntax)
        + shell.exitHandler(removing: folder, syntax) : ""
    text =
      switch shell {
      case .bash:
        "__switchback_builtin=builtin\n" + state
          + hook.bash(with: ending + completions)
      case .zsh:
        zshIsolated("__switchback_builtin=builtin\n" + state) + hook.zsh
          + (ending.isEmpty ? "" : zshIsolated(ending))
          + zshWithoutAliases(completions)
      case .fish: state + hook.fish + ending + completions
      }
  }
}

extension InitScript.Shell {
  /// Adds what the kernel knows of the shell to a file: whoever reads it can tell whether that shell lives.
  fileprivate func ownerNote(in file: String, _ syntax: ShellSyntax) -> String {
    let file = syntax.quoted(file)
    switch self {
    case .bash, .zsh:
      return """

        { builtin read -r __switchback_stat </proc/$$/stat && builtin printf '%s\\n' "$__switchback_stat" >>\(file); } 2>/dev/null || :
        builtin unset __switchback_stat

        """
    case .fish:
      return """

        begin
          builtin read -l __switchback_stat </proc/$fish_pid/stat
          and builtin printf '%s\\n' "$__switchback_stat" >>\(file)
        end 2>/dev/null

        """
    }
  }

  /// A trap of the user's stays; one set later replaces ours.
  ///
  /// Where the folder has gone, another may have taken its name.
  fileprivate func exitHandler(removing folder: String, _ syntax: ShellSyntax) -> String {
    let files = [
      syntax.handoverName, syntax.renewalName, "taken", ActiveEntryNote.file, InitScript.ownerFile,
    ]
    .map { syntax.quoted(folder + "/" + $0) }.joined(separator: " ")
    let folder = syntax.quoted(folder)
    let check = syntax.isOwnFolder(folder)
    let words =
      "if \(check); then \\command rm -f -- \(files); \\command rmdir -- \(folder) || :; fi 2>/dev/null"
    switch self {
    case .bash:
      return "\n[[ -n $(builtin trap -p EXIT) ]] || builtin trap \(posixQuoted(words)) EXIT\n"
    case .zsh:
      return """

        # zsh calls it at the end of a subshell, too.
        __switchback_farewell() {
          [[ $__switchback_level == "${ZSH_SUBSHELL:-0}/${BASH_SUBSHELL:-0}" ]] || builtin return 0
          \(words)
        }
        builtin typeset -ga zshexit_functions
        zshexit_functions=(${zshexit_functions:#__switchback_farewell} __switchback_farewell)

        """
    case .fish:
      return """

        function __switchback_farewell --on-event fish_exit
          if \(check)
            command rm -f -- \(files) 2>/dev/null
            command rmdir -- \(folder) 2>/dev/null
          end
        end

        """
    }
  }
}
