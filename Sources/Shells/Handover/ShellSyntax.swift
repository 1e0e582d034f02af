/// How a shell writes assignments: all that is said to it of who it is to be.
package enum ShellSyntax: Sendable, CaseIterable {
  /// bash, zsh and sh.
  case posix
  case fish

  /// The name of the file in which a shell of this syntax finds whom to become.
  package var handoverName: String { "next." + ending }

  /// The name of the file beside it in which it finds its own new keys, so that neither is written over the other.
  package var renewalName: String { "renewed." + ending }

  /// Both, in the order in which they are read.
  var handoverFiles: String { renewalName + " " + handoverName }

  private var ending: String {
    switch self {
    case .posix: "sh"
    case .fish: "fish"
    }
  }

  /// The syntax of the shell that reads a handover of this path.
  package init?(ofHandover path: String) {
    guard let syntax = Self.allCases.first(where: { path.hasSuffix("/" + $0.handoverName) })
    else { return nil }
    self = syntax
  }

  /// What stands before a command, so that no alias or function of the user's is called in its place; the hook sets it.
  ///
  /// bash and zsh have `builtin` for that, and other shells `command`, which is for programs alone in zsh.
  var builtinPrefix: String {
    switch self {
    case .posix: "${__switchback_builtin-}"
    case .fish: "builtin"
    }
  }

  func quoted(_ text: String) -> String {
    switch self {
    case .posix: posixQuoted(text)
    case .fish: fishQuoted(text)
    }
  }

  func exporting(_ variable: Variable) -> String {
    switch self {
    case .posix: "\(builtinPrefix) export \(variable.name)=\(posixQuoted(variable.value))\n"
    case .fish: "set -gx \(variable.name) \(fishQuoted(variable.value))\n"
    }
  }

  /// A variable of the shell alone.
  func setting(_ variable: Variable) -> String {
    switch self {
    case .posix: "\(variable.name)=\(posixQuoted(variable.value))\n"
    case .fish: "set -g \(variable.name) \(fishQuoted(variable.value))\n"
    }
  }

  func removing(_ names: [String]) -> String {
    switch self {
    case .posix: "\(builtinPrefix) unset \(names.joined(separator: " "))\n"
    // A universal variable is every fish's, and not ours to erase.
    case .fish: "set -eg \(names.joined(separator: " "))\n"
    }
  }

  /// Evaluates what stands in a variable, and removes that.
  func evaluating(_ name: String) -> String {
    switch self {
    case .posix: "\(builtinPrefix) eval \"${\(name)-}\"\n\(builtinPrefix) unset \(name)\n"
    case .fish: "eval $\(name)\nset -eg \(name)\n"
    }
  }

  /// True in the shell where a word is a folder of our own, and not a link to one: in /tmp anybody can take a name.
  func isOwnFolder(_ word: String) -> String {
    switch self {
    case .posix:
      "\(builtinPrefix) [ -d \(word) ] && \(builtinPrefix) [ -O \(word) ] && \(builtinPrefix) [ ! -L \(word) ]"
    case .fish: "test -d \(word) -a -O \(word); and not test -L \(word)"
    }
  }

  /// The same of a file.
  func isOwnFile(_ word: String) -> String {
    switch self {
    case .posix:
      "\(builtinPrefix) [ -f \(word) ] && \(builtinPrefix) [ -O \(word) ] && \(builtinPrefix) [ ! -L \(word) ]"
    case .fish: "test -f \(word) -a -O \(word); and not test -L \(word)"
    }
  }

  /// What is done only where the environment is still the same.
  func onlyIfStill(_ environment: [String: String], _ text: String) -> String {
    let names = ["SWITCHBACK_ENTRY", "AWS_ACCESS_KEY_ID"]
    let before = quoted(names.map { environment[$0] ?? "" }.joined(separator: "/"))
    return switch self {
    case .posix:
      "if \(builtinPrefix) [ \"${SWITCHBACK_ENTRY-}/${AWS_ACCESS_KEY_ID-}\" = \(before) ]; then\n\(text)fi\n"
    case .fish:
      "if test \"$SWITCHBACK_ENTRY/$AWS_ACCESS_KEY_ID\" = \(before)\n\(text)end\n"
    }
  }

  /// Notes what is worn now, to see when somebody else changes it.
  var activeLabelNote: String {
    switch self {
    case .posix: "__switchback_wore=${AWS_ACCESS_KEY_ID-}/${AWS_PROFILE-}\n"
    case .fish: "set -g __switchback_wore \"$AWS_ACCESS_KEY_ID/$AWS_PROFILE\"\n"
    }
  }
}
