import Canvas

/// A new file that the caller writes before it starts the shell.
package struct StartUpFile: Sendable, Equatable {
  /// Its name in the private directory.
  package var name: String
  /// Never a secret.
  package var contents: String
  package var mode: UInt32

  init(_ name: String, _ contents: String) {
    self.name = name
    self.contents = contents
    mode = 0o600
  }
}

/// An interactive shell, ready to be started.
package struct Subshell: Sendable, Equatable {
  /// The program.
  package var path: String
  /// `argv`, the shell's own name first.
  package var arguments: [String]
  /// The complete environment.
  package var environment: [String: String]
  /// Each removes itself when it is read.
  package var files: [StartUpFile]
}

/// The shell at `shell`, with the identity's label in its prompt and with the user's start-up
/// files.
///
/// - Parameters:
///   - shell: An absolute path.
///   - environment: The child's, from `childEnvironment`.
///   - directory: The absolute path of a directory, 0700, that the caller makes for this shell only
///     and removes after it. In it the shell finds pending switches.
///   - program: Our own program, an absolute path.
///   - isLogin: Whether the files of a login shell are read.
///   - marks: The marks that the shell removes when it ends, because its parent may have ended.
package func subshell(
  _ shell: String, for identity: Identity, environment: [String: String], directory: String,
  program: String, isLogin: Bool = false, marks: TerminalMarks = TerminalMarks()
) -> Subshell {
  let startUp = ShellStartUp(
    shell: shell, identity: identity, environment: environment, directory: directory,
    program: program, isLogin: isLogin, marks: marks)
  return switch ShellKind(path: shell, environment: environment) {
  case .bash: startUp.bash
  case .zsh: startUp.zsh
  case .fish: startUp.fish
  case .posix: startUp.posix
  case .other: startUp.shell(arguments: isLogin ? ["-l"] : [])
  }
}

/// The values from which every shell's start-up files are made.
struct ShellStartUp {
  var shell: String
  var environment: [String: String]
  var directory: String
  var isLogin: Bool
  var hook: Hook
  var state: ShellState
  /// The path of the file with a pending switch.
  var handover: String
  /// The identity's variables, set and removed: by name only, because files contain no secrets.
  var setNames: [String]
  var removedNames: [String]
  /// What an ending shell writes, as a format of printf: an empty title, its line editor's modes
  /// off.
  ///
  /// The program that started it restores more, but may have ended.
  var exitSequence: String?

  init(
    shell: String, identity: Identity, environment: [String: String], directory: String,
    program: String, isLogin: Bool, marks: TerminalMarks
  ) {
    self.isLogin = isLogin
    let colors = LabelColors(environment: environment)
    let kind = ShellKind(path: shell, environment: environment)
    self.shell = shell
    self.environment = environment
    self.directory = directory
    let syntax = kind.syntax
    handover = directory + "/" + (syntax ?? .posix).handoverName
    hook = Hook(program: (syntax ?? .posix).quoted(program), colors: colors)
    state = ShellState(identity, in: colors)
    if syntax != nil { self.environment["SWITCHBACK_HANDOVER"] = handover }
    setNames = identity.variables.map(\.name)
    removedNames = identity.removedVariables
    if let background = marks.background?.hex {
      self.environment["SWITCHBACK_BACKGROUND"] = background
    }
    let undo = marks.undo(environment).replacing("\u{1B}\\", with: "\\007")
      .replacing("\u{1B}", with: "\\033")
    exitSequence =
      supportsTitles(environment) ? "\\033]2;\\007\\033[?2004l\\033[?1l\\033>" + undo : nil
  }

  /// The files that can be in the directory when the shell ends.
  var leftovers: [String] {
    let syntax = ShellSyntax(ofHandover: handover) ?? .posix
    return [syntax.handoverName, syntax.renewalName, "taken", "owner"].map(path)
  }

  func path(_ file: String) -> String { directory + "/" + file }

  /// The shell with arguments after its name, additional variables, and files to read.
  func shell(
    arguments: [String], setting: [String: String] = [:], files: [StartUpFile] = []
  ) -> Subshell {
    Subshell(
      path: shell, arguments: [ShellKind.baseName(shell)] + arguments,
      environment: environment.merging(setting) { $1 }, files: files)
  }
}

/// The families of shells, by how they read our start-up file.
enum ShellKind: Sendable, Hashable {
  case bash, zsh, fish
  /// Reads the file in `ENV` if it is interactive (POSIX, sh, section ENV).
  case posix
  /// Reads none of our files: only the environment and the title show the entry.
  case other

  /// The kind of the shell at `path`: `bash-5.2` and `rbash` are bash.
  init(path: String, environment: [String: String]) {
    let name = Self.baseName(path).prefix { $0.isLetter }
    switch name {
    // In POSIX mode bash reads ENV, and no --rcfile.
    case "bash", "rbash": self = environment["POSIXLY_CORRECT"] == nil ? .bash : .posix
    case "zsh", "rzsh": self = .zsh
    case "fish": self = .fish
    case "sh", "dash", "ash", "ksh", "mksh", "oksh", "yash": self = .posix
    default: self = .other
    }
  }

  static func baseName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}

extension ShellKind {
  /// The syntax of a switch in place; nil if the shell reads none of our files.
  var syntax: ShellSyntax? {
    switch self {
    case .bash, .zsh, .posix: .posix
    case .fish: .fish
    case .other: nil
    }
  }
}

/// The shell to start: `--shell`, else that of the settings, `$SHELL`, that of passwd, or /bin/sh.
///
/// The caller looks up a name without a path in `PATH`. The login shell of an account without
/// logins (nologin, false) is ignored.
package func chosenShell(
  flag: String?, setting: String?, environment: [String: String], passwd: String?
) -> String {
  let chosen = [flag, setting].lazy.compactMap { $0 }.first { !$0.isEmpty }
  let fallback = [environment["SHELL"], passwd].lazy.compactMap { $0 }.first {
    !["", "nologin", "false"].contains(ShellKind.baseName($0))
  }
  return chosen ?? fallback ?? "/bin/sh"
}
