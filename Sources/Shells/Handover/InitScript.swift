import Canvas
import Text

/// The script with which the user's own shell can switch in place.
package struct InitScript: Sendable {
  package enum Shell: Sendable {
    case bash, zsh, fish
  }

  /// The name of the file that identifies the shell of a folder.
  package static let ownerFile = "shell"

  /// For the shell to evaluate; without secrets.
  package let text: String

  /// - Parameters:
  ///   - program: Our own program, an absolute path.
  ///   - folder: The folder in which the shell finds pending switches: for this shell only, 0700.
  ///   - ownsFolder: Whether the shell removes the folder when it ends.
  ///   - completions: The script that completes the words of `switchback` in that shell.
  ///   - clock: The clock of the shell; nil if it agrees with AWS's clock.
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
  /// Adds the kernel's description of the shell to a file, which shows whether that shell lives.
  fileprivate func ownerNote(in file: String, _ syntax: ShellSyntax) -> String {
    let script =
      switch self {
      case .bash, .zsh: ShellScript(PackageResources.bash_owner_note_bash)
      case .fish: ShellScript(PackageResources.fish_owner_note_fish)
      }
    return "\n" + script.filled([.file: syntax.quoted(file)])
  }

  /// A trap of the user's own stays; one that is set later replaces ours.
  fileprivate func exitHandler(removing folder: String, _ syntax: ShellSyntax) -> String {
    let names = [
      syntax.handoverName, syntax.renewalName, "taken", ActiveEntryNote.file, InitScript.ownerFile,
    ]
    let handler = Shells.exitHandler(
      removing: folder, leaving: names.map { folder + "/" + $0 }, syntax)
    let text =
      switch self {
      case .bash:
        ShellScript(PackageResources.bash_exit_bash).filled([.exitHandler: posixQuoted(handler)])
      case .zsh: ShellScript(PackageResources.zsh_exit_zsh).filled([.exitHandler: handler])
      case .fish: handler
      }
    return "\n" + text
  }
}
