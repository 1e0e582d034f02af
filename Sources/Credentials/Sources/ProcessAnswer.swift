import Accounts
import STS
import Secrets

/// The keys in what a `credential_process` printed, by the AWS CLI's rules; throws `ProcessOutputError`.
func parseProcessOutput(_ text: String) throws(ProcessOutputError) -> AWSCredentials {
  guard let json = JSONValue(Array(text.utf8)), case .object = json else { throw .notAnObject }
  guard json["Version"] == .int(1) else { throw .version(json["Version"]?.shown) }
  let end = try json.optionalText("Expiration")
  let expiration = end.flatMap(parseISO8601)
  guard end == nil || expiration != nil else { throw .notATime }
  let token = try json.optionalText("SessionToken")
  let keys = AWSCredentials(
    accessKeyID: try json.requiredText("AccessKeyId"),
    secretAccessKey: Secret(try json.requiredText("SecretAccessKey")),
    sessionToken: token.flatMap { $0.isEmpty ? nil : Secret($0) }, expiration: expiration,
    accountID: json["AccountId"]?.text)
  if let unusable = keys.unusablePart { throw .notPrintable(unusable) }
  return keys
}

extension JSONValue {
  fileprivate func requiredText(_ key: String) throws(ProcessOutputError) -> String {
    guard let text = try optionalText(key) else { throw .missing(key) }
    guard !text.isEmpty else { throw .notText(key) }
    return text
  }

  fileprivate func optionalText(_ key: String) throws(ProcessOutputError) -> String? {
    switch self[key] {
    case nil, .null: return nil
    case .string(let text):
      guard text.utf8.count <= tokenSizeLimit else { throw .tooLong(key, limit: tokenSizeLimit) }
      return text
    default: throw key == "Expiration" ? .notATime : .notText(key)
    }
  }

  /// A version as it is told of; nothing long or nested.
  fileprivate var shown: String {
    switch self {
    case .string(let text): "'\(text)'"
    case .int(let number): "\(number)"
    case .bool(let bool): "\(bool)"
    case .double(let number): "\(number)"
    case .null, .array, .object: "no number"
    }
  }
}
