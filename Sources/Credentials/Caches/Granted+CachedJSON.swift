import Accounts
import Secrets

// As the AWS CLI's cache files hold them: the answer of the service, more or less.
extension IssuedCredentials {
  /// nil where a part is missing or cannot be used, or the end is no time with a zone.
  init?(_ json: JSONValue) {
    guard let found = json["Credentials"], let id = found["AccessKeyId"]?.text, !id.isEmpty,
      let secret = found["SecretAccessKey"]?.text, !secret.isEmpty,
      let token = found["SessionToken"]?.text, !token.isEmpty,
      let end = found["Expiration"]?.text.flatMap(parseISO8601)
    else { return nil }
    let arn = json["AssumedRoleUser"]?["Arn"]?.text
    let keys = AWSCredentials(
      accessKeyID: id, secretAccessKey: Secret(secret),
      sessionToken: Secret(token), expiration: end,
      accountID: found["AccountId"]?.text ?? account(of: arn))
    guard keys.unusablePart == nil else { return nil }
    self.init(keys, arn: arn)
  }

  /// The account that they are of, as far as anything says so.
  var accountID: String? { keys.accountID ?? account(of: arn) }

  /// nil for keys without a token or an end, which that cache never holds.
  func json(isSSO: Bool) -> JSONValue? {
    guard let token = keys.sessionToken, let end = keys.expiration else { return nil }
    var members: [String: JSONValue] = [
      "AccessKeyId": .string(keys.accessKeyID),
      "SecretAccessKey": .string(keys.secretAccessKey.revealed),
      "SessionToken": .string(token.revealed), "Expiration": .string(iso8601(end)),
    ]
    members["AccountId"] = accountID.map(JSONValue.string)
    var document: [String: JSONValue] = ["Credentials": .object(members)]
    if isSSO { document["ProviderType"] = .string("sso") }
    if let arn { document["AssumedRoleUser"] = .object(["Arn": .string(arn)]) }
    return .object(document)
  }
}

/// The account of an ARN; nil where it has none.
func account(of arn: String?) -> String? {
  arn.flatMap { try? ARN($0) }.flatMap { $0.accountID.isEmpty ? nil : $0.accountID }
}
