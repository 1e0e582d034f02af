/// The families of shells, by how a start-up file of ours gets into them.
enum ShellKind: Sendable, Hashable {
  case bash, zsh, fish
  /// Reads the file that `ENV` names when interactive (POSIX, sh, section ENV).
  case posix
  /// Nothing of ours gets in: only the environment and the title tell.
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
  /// How the shell is told to become someone else; nil where nothing of ours gets in.
  var syntax: ShellSyntax? {
    switch self {
    case .bash, .zsh, .posix: .posix
    case .fish: .fish
    case .other: nil
    }
  }
}
