package import AWSConfig
import Accounts
import Files
package import Foundation
import Secrets
import Text

/// The AWS CLI's cache of role credentials, `~/.aws/cli/cache`, one file per role.
package struct RoleCache: Sendable {
  let folder: String
  /// `share_with_aws_cli`: our role sessions are written there, too.
  let isShared: Bool

  package init(folder: String, isShared: Bool = false) {
    self.folder = folder
    self.isShared = isShared
  }
}

extension RoleCache {
  /// The cached credentials of an entry, if they are valid for at least 15 more minutes.
  ///
  /// A file that the AWS CLI could not use, for example a damaged file or a time without a zone,
  /// counts as missing.
  package func credentials(at place: RoleCacheEntry, _ now: Date) -> IssuedCredentials? {
    guard let bytes = try? readWhole(folder + "/" + place.file, limit: 1 << 20),
      let found = JSONValue(bytes).flatMap(IssuedCredentials.init),
      (found.keys.expiration ?? now).timeIntervalSince(now) >= Session.leastRemaining
    else { return nil }
    guard let account = found.accountID, let expected = place.accountID else { return found }
    return account == expected ? found : nil
  }

  /// Writes credentials for the AWS CLI if that is configured.
  ///
  /// A failure is ignored.
  package func keep(_ issued: IssuedCredentials, at place: RoleCacheEntry) {
    guard isShared, let json = issued.json(isSSO: place.isSSO) else { return }
    try? writePrivately(
      Array(pythonJSON(json, spaced: true).utf8), to: folder + "/" + place.file)
  }
}

/// A role's file in the AWS CLI's cache.
///
/// Its name is a digest of the CLI's request to AWS.
package struct RoleCacheEntry: Sendable, Hashable {
  package let file: String
  /// The account that the credentials must belong to, if the request names one.
  let accountID: String?
  /// True for credentials from Identity Center, which `aws sso logout` looks for.
  let isSSO: Bool

  private init(_ key: [String: JSONValue], spaced: Bool, accountID: String?) {
    file = sha1(pythonJSON(.object(key), spaced: spaced)) + ".json"
    self.accountID = accountID
    isSSO = !spaced
  }
}

extension RoleCacheEntry {
  /// The entry of an assumed role; nil if the request has more parameters than the CLI's digest
  /// covers.
  package init?(_ hop: RoleHop) {
    guard hop.sourceIdentity == nil, hop.tags.isEmpty, hop.policyARNs.isEmpty else { return nil }
    var key: [String: JSONValue] = ["RoleArn": .string(hop.roleARN)]
    key["RoleSessionName"] = hop.roleSessionName.map(JSONValue.string)
    key["ExternalId"] = hop.externalID.map(JSONValue.string)
    key["SerialNumber"] = hop.mfaSerial.map(JSONValue.string)
    key["DurationSeconds"] = hop.durationSeconds.map(JSONValue.int)
    if let policy = hop.policy {
      guard let parsed = JSONValue(Array(policy.utf8)) else { return nil }
      key["Policy"] = parsed
    }
    self.init(key, spaced: true, accountID: hop.accountID)
  }

  /// The entry of a source without further hops; nil if the CLI does not cache credentials of that
  /// kind.
  package init?(_ base: CredentialSource) {
    switch base {
    case .webIdentity(let source): self.init(source)
    case .sso(let source): self.init(source)
    case .staticKeys, .environment, .saml, .process, .login, .container, .instanceMetadata:
      return nil
    }
  }

  private init?(_ source: WebIdentitySource) {
    guard source.durationSeconds == nil, source.policyARNs.isEmpty, source.policy == nil else {
      return nil
    }
    var key: [String: JSONValue] = ["RoleArn": .string(source.roleARN)]
    key["RoleSessionName"] = source.roleSessionName.map(JSONValue.string)
    self.init(key, spaced: true, accountID: account(of: source.roleARN))
  }

  private init(_ source: SSOSource) {
    var key: [String: JSONValue] = [
      "accountId": .string(source.accountID), "roleName": .string(source.roleName),
    ]
    if let session = source.login.session {
      key["sessionName"] = .string(session)
    } else {
      key["startUrl"] = .string(source.login.startURL)
    }
    self.init(key, spaced: false, accountID: source.accountID)
  }
}

// The format of the AWS CLI's cache files: almost the response of the service.
extension IssuedCredentials {
  /// Nil if a part is missing or unusable, or if the expiration is not a time with a zone.
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

  /// The account of the credentials, if it is known.
  var accountID: String? { keys.accountID ?? account(of: arn) }

  /// Nil for credentials without a token or an expiration, which that cache never contains.
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

/// The account of an ARN; nil if it has none.
func account(of arn: String?) -> String? {
  arn.flatMap { try? ARN($0) }.flatMap { $0.accountID.isEmpty ? nil : $0.accountID }
}

extension RoleCache {
  /// Removes the credentials that came from Identity Center, and gives their number.
  ///
  /// The files do not name the login, so the credentials of all logins are removed.
  func removeSSO() -> PartialResult<Int> {
    let names = jsonFiles(in: folder)
    var removed = PartialResult(value: 0, problems: names.problems)
    for path in names.value.map({ folder + "/" + $0 }) {
      do {
        let json = try readWholeIfThere(path, limit: 1 << 20).flatMap { JSONValue($0) }
        guard json?["ProviderType"] == .string("sso") else { continue }
        if try removeFile(path) { removed.value += 1 }
      } catch {
        removed.problems.append("\(error)")
      }
    }
    return removed
  }
}
