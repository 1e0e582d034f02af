import STS

extension Services {
  /// A service that wants no signature, as it is asked for credentials.
  func client(_ endpoint: Endpoint, _ outside: Outside) -> APIClient {
    APIClient(
      endpoint: endpoint, retries: RetryPolicy(attempts: attempts, seconds: 45),
      timing: outside.timing, send: outside.send)
  }
}
