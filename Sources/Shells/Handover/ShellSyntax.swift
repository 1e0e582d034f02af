import Text

/// The syntax of the assignments in a handover.
package enum ShellSyntax: Sendable, CaseIterable {
  /// bash, zsh and sh.
  case posix
  case fish

  /// The name of the file in which a shell of this syntax finds a pending switch.
  package var handoverName: String { "next." + ending }

  /// The name of the file beside it with renewed credentials, so that neither overwrites the other.
  package var renewalName: String { "renewed." + ending }

  /// Both names, in the order in which they are read.
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

  /// The prefix of a command, so that no alias or function of the user is called instead.
  ///
  /// The hook sets its value: `builtin` in bash and zsh, `command` in other shells. In zsh
  /// `command` is for programs only.
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

  /// Sets a variable of the shell that is not exported.
  func setting(_ variable: Variable) -> String {
    switch self {
    case .posix: "\(variable.name)=\(posixQuoted(variable.value))\n"
    case .fish: "set -g \(variable.name) \(fishQuoted(variable.value))\n"
    }
  }

  func removing(_ names: [String]) -> String {
    switch self {
    case .posix: "\(builtinPrefix) unset \(names.joined(separator: " "))\n"
    // A universal variable belongs to every fish, so it is not erased.
    case .fish: "set -eg \(names.joined(separator: " "))\n"
    }
  }

  /// Evaluates the value of a variable, and removes the variable.
  func evaluating(_ name: String) -> String {
    switch self {
    case .posix: "\(builtinPrefix) eval \"${\(name)-}\"\n\(builtinPrefix) unset \(name)\n"
    case .fish: "eval $\(name)\nset -eg \(name)\n"
    }
  }

  /// True in the shell if a word is a folder of this user and not a link: in /tmp any user can take
  /// a name.
  func isOwnFolder(_ word: String) -> String { isOwn(word, "-d") }

  /// The same for a file.
  func isOwnFile(_ word: String) -> String { isOwn(word, "-f") }

  private func isOwn(_ word: String, _ kind: String) -> String {
    switch self {
    case .posix:
      ["\(kind) \(word)", "-O \(word)", "! -L \(word)"].map { "\(builtinPrefix) [ \($0) ]" }
        .joined(separator: " && ")
    case .fish: "test \(kind) \(word) -a -O \(word); and not test -L \(word)"
    }
  }

  /// Does `text` only if the environment is still the same.
  func onlyIfStill(_ environment: [String: String], _ text: String) -> String {
    let names = ["SWITCHBACK_ENTRY", "AWS_ACCESS_KEY_ID"]
    let before = quoted(names.map { environment[$0] ?? "" }.joined(separator: "/"))
    return switch self {
    case .posix:
      #"if \#(builtinPrefix) [ "${SWITCHBACK_ENTRY-}/${AWS_ACCESS_KEY_ID-}" = \#(before) ]; then"#
        + "\n\(text)fi\n"
    case .fish:
      "if test \"$SWITCHBACK_ENTRY/$AWS_ACCESS_KEY_ID\" = \(before)\n\(text)end\n"
    }
  }

  /// Notes the active credentials, to detect changes by other programs.
  var activeLabelNote: String {
    switch self {
    case .posix: "__switchback_wore=${AWS_ACCESS_KEY_ID-}/${AWS_PROFILE-}\n"
    case .fish: "set -g __switchback_wore \"$AWS_ACCESS_KEY_ID/$AWS_PROFILE\"\n"
    }
  }
}

/// The sentences that a shell prints after a change.
struct ChangeReport: Sendable, Equatable {
  /// The sentence if all of the change was made; can be empty.
  var done: String
  /// The sentence if it was not.
  var refused: String
}

extension ShellSyntax {
  /// True in the shell if variables have these values, and none of the others is set.
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

  /// Does `work` and prints the confirmation if `condition` holds.
  ///
  /// Otherwise prints the refusal, ends with status 1, and marks the credentials in the label as
  /// changed.
  func reporting(_ report: ChangeReport, if condition: String, then work: String) -> String {
    let (start, otherwise, end) =
      self == .posix
      ? ("if \(condition); then", "else", "fi") : ("if \(condition)", "else", "end")
    let (changed, printed) = (
      setting(Variable("__switchback_wore", "?")), setting(Variable("__switchback_said", "1"))
    )
    let done = report.done.isEmpty ? "" : "  " + printing(report.done)
    return """
      \(start)
      \(work)\(done)  \(self == .posix ? "\(builtinPrefix) [ yes = yes ]" : "test yes = yes")
      \(otherwise)
        \(changed)  \(printing(report.refused))  \(printed)\
        \(self == .posix ? "\(builtinPrefix) [ no = yes ]" : "test no = yes")
      \(end)

      """
  }

  /// Sets a variable to 1 if a condition holds, and otherwise to the empty string.
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

  /// Writes lines to a file, even if the shell is set not to overwrite files.
  func writing(_ lines: [String], to file: String) -> String {
    let words = lines.map(quoted).joined(separator: " ")
    return switch self {
    case .posix:
      "{ \(builtinPrefix) printf '%s\\n' \(words) >|\(quoted(file)); } 2>/dev/null || :\n"
    case .fish: "begin; builtin printf '%s\\n' \(words) >\(quoted(file)); end 2>/dev/null\n"
    }
  }
}
