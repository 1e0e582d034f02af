import STS

extension Services {
  /// A service that wants no signature, as it is asked for credentials.
  func client(
    _ endpoint: Endpoint, _ outside: Outside, _ patience: Patience = .long
  ) -> APIClient {
    APIClient(
      endpoint: endpoint, retries: patience.retries(self), timing: outside.timing,
      send: outside.send)
  }
}
