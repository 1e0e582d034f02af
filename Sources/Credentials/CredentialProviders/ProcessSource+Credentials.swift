import AWSClient
import AWSConfig
import Secrets
import Text

extension ProcessSource {
  /// The credentials that the command prints.
  ///
  /// Throws `CredentialError`.
  func keys(_ dependencies: CredentialDependencies) async throws -> AWSCredentials {
    try checkLoop(dependencies)
    let printed = try await run(dependencies)
    do {
      var keys = try parseProcessOutput(printed)
      keys.accountID = keys.accountID ?? accountID
      return try unexpired(keys, dependencies)
    } catch let error as ProcessOutputError {
      throw CredentialError.processAnswer(profile: profile, program: program, error)
    }
  }

  /// Throws `CredentialError` if this command has led to itself, or if the chain is too long.
  func checkLoop(_ dependencies: CredentialDependencies) throws(CredentialError) {
    let chain = dependencies.profileChain + [profile]
    guard chain.count <= longestProcessChain, !dependencies.profileChain.contains(profile) else {
      throw .processLoop(chain)
    }
  }

  private var program: String { words.first ?? "" }

  private func run(_ dependencies: CredentialDependencies) async throws -> String {
    let chain = dependencies.profileChain + [profile]
    do {
      return try await dependencies.runProgram(
        words, [profileChainVariable: chain.map(commaSeparated).joined(separator: ",")])
    } catch let error as HelperError {
      throw CredentialError.processFailed(
        profile: profile, program: program, why: "\(error)")
    }
  }

  private func unexpired(_ keys: AWSCredentials, _ dependencies: CredentialDependencies)
    throws(CredentialError) -> AWSCredentials
  {
    guard let end = keys.expiration, end <= dependencies.timing.now() else { return keys }
    throw .processExpired(profile: profile, program: program, at: end)
  }
}

/// The variable in which the AWS CLI lists the profiles whose processes led here, to detect loops
/// (`export-credentials`).
private let profileChainVariable = "_AWS_CLI_PROFILE_CHAIN"
/// The maximum number of profiles in that list, as in the AWS CLI.
private let longestProcessChain = 4

/// A name as a CSV field, as the AWS CLI reads and writes the list.
private func commaSeparated(_ name: String) -> String {
  guard name.contains(where: { ",\"\r\n".contains($0) }) else { return name }
  return "\""
    + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}

/// The credentials in the output of a `credential_process`, by the AWS CLI's rules.
///
/// Throws `ProcessOutputError`.
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

  /// A version as it is shown in messages; nothing long or nested.
  fileprivate var shown: String {
    switch self {
    case .string(let text): "'\(text)'"
    case .int(let number): "\(number)"
    case .bool(let bool): "\(bool)"
    case .double(let number): "\(number)"
    case .null, .array, .object: "not a number"
    }
  }
}

/// The profiles whose credential processes led here, outermost first.
///
/// `line` has comma-separated values, as the AWS CLI's `export-credentials` keeps them in
/// `_AWS_CLI_PROFILE_CHAIN`. Quotes are doubled inside quotes.
package func parseProfileChain(_ line: String) -> [String] {
  var values: [String] = []
  var value = ""
  var isQuoted = false
  var rest = Substring(line)
  while let character = rest.popFirst() {
    switch character {
    case "\"" where isQuoted && rest.first == "\"": value.append(rest.removeFirst())
    case "\"": isQuoted.toggle()
    case "," where !isQuoted:
      values.append(value)
      value = ""
    default: value.append(character)
    }
  }
  return (values + [value]).filter { !$0.isEmpty }
}
