/// What an identity can be written as for a shell to evaluate.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// bash, zsh and every other POSIX shell.
  case env
  case fish
  case powershell
}

/// The identity as lines for a shell to evaluate: they set and remove what a subshell would get and lose.
///
/// `SWITCHBACK_DEPTH` is left as it is, since the shell that evaluates them is no deeper than before.
package func exportLines(_ identity: Identity, format: ExportFormat) -> String {
  let (removed, set) = (identity.removedVariables, identity.exportedVariables)
  return switch format {
  case .env: posixLines(removing: removed, setting: set)
  case .fish: fishLines(removing: removed, setting: set)
  case .powershell: powershellLines(removing: removed, setting: set)
  }
}

extension Identity {
  /// What is set outside of a subshell.
  var exportedVariables: [Variable] {
    variables.filter { $0.name != "SWITCHBACK_DEPTH" }
  }
}
