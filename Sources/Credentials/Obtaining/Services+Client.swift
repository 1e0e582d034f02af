import AWSConfig
import STS
import Secrets

extension ServiceEndpoints {
  /// STS as it is asked with keys, or with none where a token in the request proves who asks.
  func client(
    _ source: IssuedCredentials?, of chain: RoleChain? = nil, _ outside: CredentialDependencies
  ) -> STSClient {
    STSClient(
      endpoint: sts, keys: source?.keys,
      caller: source?.arn ?? chain?.base.profile.map { "profile \($0)" },
      retries: RetryPolicy(attempts: attempts, seconds: 45), timing: outside.timing,
      send: outside.send)
  }
}
