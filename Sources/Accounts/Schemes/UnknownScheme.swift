/// Why there is no scheme of a name that can be used.
package enum SchemeError: Error, Sendable, Hashable {
  case unknown(String, nearest: [String])
  case unreadable(String, file: String, reason: String)
  /// Its file gives no scheme.
  case unusable(String, [Diagnostic])
}

extension SchemeError: CustomStringConvertible {
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    switch self {
    case .unknown(let name, let nearest):
      "There is no theme '\(name)'"
        + (nearest.first.map { "; did you mean '\($0)'?" }
          ?? "; see `switchback themes`.")
    case .unreadable(let name, let file, let reason):
      "The theme '\(name)' in \(file) could not be read: \(reason)."
    case .unusable(let name, let faults):
      "The theme '\(name)' cannot be used. "
        + faults.map { "\($0.origin.file):\($0.origin.line): \($0.message)" }.joined(separator: " ")
    }
  }
}
