/// What an identity can be written as, for eval and for files.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// POSIX shell: `export` and `unset`.
  case env
}

/// The identity as lines for a shell to evaluate: they set and remove what a subshell would get and lose.
///
/// `SWITCHBACK_DEPTH` is left as it is, since the shell that evaluates them is no deeper than before.
package func exportLines(_ identity: Identity, format: ExportFormat) -> String {
  switch format {
  case .env: posixLines(identity)
  }
}

private func posixLines(_ identity: Identity) -> String {
  let removed = "unset " + identity.removedVariables.joined(separator: " ")
  let set = identity.variables.filter { $0.name != "SWITCHBACK_DEPTH" }
    .map { "export \($0.name)=\(posixQuoted($0.value))" }
  return ([removed] + set).map { $0 + "\n" }.joined()
}
