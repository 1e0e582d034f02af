import Secrets

/// A sentence where a secret cannot stand in a header, as with a line break at its end; the secret is not shown.
func headerViolation(_ name: String, _ value: Secret) -> String? {
  let isLegal = value.revealed.unicodeScalars.allSatisfy {
    $0 == "\t" || (0x20...0x7E).contains($0.value)
  }
  guard !isLegal || value.revealed.isEmpty else { return nil }
  return value.revealed.isEmpty
    ? "\(name) is empty."
    : "\(name) cannot be sent: it holds a line break or another character that no header may have."
}
