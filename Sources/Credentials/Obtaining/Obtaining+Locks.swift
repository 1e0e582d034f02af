extension CredentialRequest {
  /// Waits until no other process is getting what has this mark, and keeps others from it; a failure quotes the name.
  mutating func lock(_ name: String, _ mark: String, _ outside: CredentialDependencies) async throws
  {
    guard locks[mark] == nil else { return }
    locks[mark] = try await outside.locks.take(name, variant: mark, outside.timing)
  }

  mutating func unlock(_ mark: String) {
    locks.removeValue(forKey: mark)?.release()
  }
}
