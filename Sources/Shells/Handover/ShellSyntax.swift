import Text

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

/// What a shell says of a change once it has made it.
struct ChangeReport: Sendable, Equatable {
  /// Said where all of the change was made; empty for nothing.
  var done: String
  /// Said where it was not.
  var refused: String
}

extension ShellSyntax {
  /// True in the shell where variables have these values, and none of others is set.
  func holds(_ variables: [Variable], without names: [String]) -> String {
    switch self {
    case .posix:
      let values = variables.map {
        "\(builtinPrefix) [ \"${\($0.name)-}\" = \(posixQuoted($0.value)) ]"
      }
      let rest =
        names.isEmpty ? [] : ["\(builtinPrefix) [ -z \"\(names.map { "${\($0)+x}" }.joined())\" ]"]
      return (values + rest).joined(separator: " && ")
    case .fish:
      let values = variables.map { "test \"$\($0.name)\" = \(fishQuoted($0.value))" }
      return (values + names.map { "not set -qg \($0)" }).joined(separator: "; and ")
    }
  }

  /// Does `work` and says that it is done where `condition` holds; else says that it is not, ends with status 1, and has
  /// the label show that the credentials are others.
  func reporting(_ report: ChangeReport, if condition: String, then work: String) -> String {
    let (start, otherwise, end) =
      self == .posix
      ? ("if \(condition); then", "else", "fi") : ("if \(condition)", "else", "end")
    let done = report.done.isEmpty ? "" : "  " + printing(report.done)
    return """
      \(start)
      \(work)\(done)  \(self == .posix ? "\(builtinPrefix) [ yes = yes ]" : "test yes = yes")
      \(otherwise)
        \(setting(Variable("__switchback_wore", "?")))  \(printing(report.refused))  \(setting(Variable("__switchback_said", "1")))\
        \(self == .posix ? "\(builtinPrefix) [ no = yes ]" : "test no = yes")
      \(end)

      """
  }

  /// Sets a variable to 1 where a condition holds, and to nothing where it does not.
  func onlyIf(_ condition: String, setting name: String) -> String {
    let (yes, no) = (setting(Variable(name, "1")), setting(Variable(name, "")))
    return switch self {
    case .posix: "if \(condition); then\n  \(yes)else\n  \(no)fi\n"
    case .fish: "if \(condition)\n  \(yes)else\n  \(no)end\n"
    }
  }

  /// A sentence on standard error.
  func printing(_ sentence: String) -> String {
    "\(builtinPrefix) printf '%s\\n' \(quoted(sentence)) >&2\n"
  }

  /// Lines into a file, whatever the shell has been told of files that are there.
  func writing(_ lines: [String], to file: String) -> String {
    let words = lines.map(quoted).joined(separator: " ")
    return switch self {
    case .posix:
      "{ \(builtinPrefix) printf '%s\\n' \(words) >|\(quoted(file)); } 2>/dev/null || :\n"
    case .fish: "begin; builtin printf '%s\\n' \(words) >\(quoted(file)); end 2>/dev/null\n"
    }
  }
}
