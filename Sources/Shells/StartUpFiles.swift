import Canvas
import Text

extension ShellStartUp {
  /// `bash --rcfile`, with a file that reads ~/.bashrc as bash would.
  var bash: Subshell {
    let start = ShellScript(PackageResources.bash_start_up_bash).filled([
      .exitHandler: posixQuoted(posixExitHandler), .file: posixQuoted(path("bashrc")),
      .variables: variables, .removed: removed, .login: isLogin ? "1" : "",
    ])
    return shell(
      arguments: ["--rcfile", path("bashrc"), "-i"],
      files: [StartUpFile("bashrc", [start, stateText, hook.bash()].joined())])
  }

  /// zsh, with our directory as `ZDOTDIR` only while it looks for start-up files.
  ///
  /// Each of the user's own files is read with the user's `ZDOTDIR`.
  var zsh: Subshell {
    let restored = ShellScript(PackageResources.zsh_restore_zsh).filled([
      .variables: variables, .removed: removed,
    ])
    let exit = ShellScript(PackageResources.zsh_exit_zsh).filled([
      .exitHandler: posixExitHandler
    ])
    return shell(
      arguments: [isLogin ? "-il" : "-i"], setting: ["ZDOTDIR": directory],
      files: [
        StartUpFile(".zshenv", zshFile(PackageResources.zsh_zshenv_zsh)),
        StartUpFile(".zprofile", zshFile(PackageResources.zsh_zprofile_zsh)),
        StartUpFile(
          ".zshrc",
          [
            zshFile(PackageResources.zsh_zshrc_zsh), zshIsolated(restored + stateText), hook.zsh,
            zshIsolated("\n" + exit),
          ].joined()),
      ])
  }

  private func zshFile(_ bytes: [UInt8]) -> String {
    let files = [".zshenv", ".zprofile", ".zshrc"].map { posixQuoted(path($0)) }
    return ShellScript(bytes).filled([
      .restoreZDOTDIR: environment["ZDOTDIR"].map { "ZDOTDIR=" + posixQuoted($0) }
        ?? "\\unset ZDOTDIR",
      .variables: variables, .directory: posixQuoted(directory),
      .files: files.joined(separator: " "),
    ])
  }

  /// fish, with a file that it reads after all of the user's own.
  var fish: Subshell {
    let file = fishQuoted(path("label.fish"))
    let start = ShellScript(PackageResources.fish_start_up_fish).filled([
      .file: file, .variables: variables, .removed: removed,
    ])
    let exit = exitHandler(
      removing: directory, leaving: leftovers, writing: exitSequence ?? "", .fish)
    return shell(
      arguments: (isLogin ? ["-l"] : []) + ["-i", "-C", "builtin source " + file],
      files: [StartUpFile("label.fish", [start, stateText, hook.fish, "\n" + exit].joined())])
  }

  /// A shell that reads the file in `ENV`: ours first, which restores `ENV` and reads the user's.
  var posix: Subshell {
    let start = ShellScript(PackageResources.posix_start_up_sh).filled([
      .restoreENV: environment["ENV"].map { "ENV=" + posixQuoted($0) } ?? "\\unset ENV",
      .file: posixQuoted(path("env")), .variables: variables, .removed: removed,
    ])
    let isDash = ShellKind.baseName(shell) == "dash"
    return shell(
      arguments: isLogin ? ["-l", "-i"] : ["-i"], setting: ["ENV": path("env")],
      files: [StartUpFile("env", [start, stateText, hook.posix(isDash: isDash)].joined())])
  }

  private var variables: String { setNames.joined(separator: " ") }

  private var removed: String { removedNames.joined(separator: " ") }

  /// The state as assignments.
  private var stateText: String {
    let syntax = ShellSyntax(ofHandover: handover) ?? .posix
    return state.variables.map(syntax.setting).joined()
  }

  /// What an ending shell does, for bash and zsh.
  private var posixExitHandler: String {
    exitHandler(removing: directory, leaving: leftovers, writing: exitSequence ?? "", .posix)
  }
}

/// What an ending shell does: it writes a sequence to its terminal and removes its folder.
///
/// If the folder has been removed, another user can have taken its name: the script checks that.
///
/// - Parameters:
///   - folder: An absolute path.
///   - files: The paths of the files that can be in it.
///   - sequence: A format of printf, which can be empty.
func exitHandler(
  removing folder: String, leaving files: [String], writing sequence: String = "",
  _ syntax: ShellSyntax
) -> String {
  let values: [ShellScript.Placeholder: String] = [
    .exitSequence: sequence, .directory: syntax.quoted(folder),
    .leftovers: files.map(syntax.quoted).joined(separator: " "),
  ]
  return switch syntax {
  // As a word of `trap` or in a function it has no line end.
  case .posix: String(ShellScript(PackageResources.posix_exit_sh).filled(values).dropLast())
  case .fish: ShellScript(PackageResources.fish_exit_fish).filled(values)
  }
}
