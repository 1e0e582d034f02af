import Accounts
import Secrets

/// The access key of the environment's variables; nil where `AWS_ACCESS_KEY_ID` is unset or empty.
///
/// Throws `ChainError` where the secret is missing, the expiration is no time, or a part cannot be used.
func environmentKeys(_ environment: [String: String]) throws(ChainError) -> AWSCredentials? {
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
  guard let id = variable("AWS_ACCESS_KEY_ID") else { return nil }
  guard let secret = variable("AWS_SECRET_ACCESS_KEY") else { throw .halfAnAccessKeyInEnvironment }
  // The older name is read first, as the AWS CLI does.
  let token = variable("AWS_SECURITY_TOKEN") ?? variable("AWS_SESSION_TOKEN")
  var keys = AWSCredentials(
    accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: token.map { Secret($0) },
    accountID: variable("AWS_ACCOUNT_ID"))
  if let text = variable("AWS_CREDENTIAL_EXPIRATION") {
    guard let expiration = parseISO8601(text) else { throw .notATime(text) }
    keys.expiration = expiration
  }
  if let unusable = keys.unusablePart { throw .unusableKeyInEnvironment(unusable) }
  return keys
}
