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
