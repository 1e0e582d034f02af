import STS

extension ServiceEndpoints {
  /// A service that wants no signature, as it is asked for credentials.
  func client(
    _ endpoint: Endpoint, _ outside: CredentialDependencies, _ patience: TimeBudget = .long
  ) -> APIClient {
    APIClient(
      endpoint: endpoint, retries: patience.retries(self), timing: outside.timing,
      send: outside.send)
  }
}
