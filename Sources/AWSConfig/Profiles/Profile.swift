package import Accounts
import Foundation
import Secrets
import Text

/// A profile, in both files: what the credentials file says of a key wins over the config file.
package struct Profile: Sendable, Hashable {
  package var name: String
  package var config = Properties()
  package var credentials = Properties()
  /// Where its section begins in each of the files that have one.
  package var configOrigin: Origin?
  package var credentialsOrigin: Origin?
  /// What it takes from other profiles; empty for nearly all, and never more than one.
  var inclusion: [Inclusion] = []

  init(name: String) {
    self.name = name
  }

  init(config section: Section) {
    name = section.name
    config = section.properties
    configOrigin = section.origin
  }

  init(credentials section: Section) {
    name = section.name
    credentials = section.properties
    credentialsOrigin = section.origin
  }
}

extension Profile {
  /// Where it begins: in the config file, unless only the credentials file has it.
  package var origin: Origin {
    configOrigin ?? credentialsOrigin ?? Origin(file: "", line: 0)
  }

  /// True where either file has the key, though its value be empty.
  package func has(_ key: KnownKey) -> Bool {
    config.has(key) || credentials.has(key) || inclusion.first?.properties.has(key) == true
  }

  /// The key's text, as written.
  package func text(_ key: KnownKey) -> String? {
    credentials.text(key) ?? config.text(key) ?? inclusion.first?.properties.text(key)
  }

  /// The key's text where it is not empty.
  package func nonEmpty(_ key: KnownKey) -> String? {
    text(key).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The account that the key names; nil where that is no account's number.
  func account(_ key: KnownKey) -> String? {
    nonEmpty(key).flatMap { ARN.isAccountID($0) ? $0 : nil }
  }

  /// Where the key is set, for messages; the profile's own place where it is not.
  package func place(of key: KnownKey) -> Origin {
    let included = inclusion.first?.properties ?? Properties()
    for (properties, origin) in [
      (credentials, credentialsOrigin), (config, configOrigin), (included, configOrigin),
    ] {
      let property = properties.all.first { $0.key == .known(key) }
      if let property, let origin { return Origin(file: origin.file, line: property.line) }
    }
    return origin
  }
}

extension Profile {
  /// The kind of the last step of the chain behind the profile; nil where it holds no credentials.
  package var kind: Entry.Kind? {
    assumesRole ? .assumeRole : ownKind(tokenFile: text(.webIdentityTokenFile))
  }

  /// The duration that the profile asks for; one that is no number is ignored, as the AWS CLI does.
  var durationSeconds: Int? {
    text(.durationSeconds).flatMap { Int($0) }
  }

  /// True where the profile is a role to be assumed from other credentials: an empty `role_arn` counts.
  var assumesRole: Bool {
    has(.roleARN) && !has(.webIdentityTokenFile) && !hasSAML
  }

  /// True where either half of an access key is present, in either file.
  var hasStaticKeys: Bool {
    has(.accessKeyID) || has(.secretAccessKey)
  }

  /// How the profile yields credentials without assuming a role from others, in the AWS CLI's order.
  ///
  /// A SAML role, which the CLI does not know, comes where its role would: before the environment's web identity.
  func ownKind(tokenFile: String?) -> Entry.Kind? {
    if hasSAML, !has(.webIdentityTokenFile) { return .saml }
    if let tokenFile, !tokenFile.isEmpty { return .webIdentity }
    if has(.ssoRoleName) || has(.ssoAccountID) { return .sso }
    if credentials.has(.accessKeyID) { return .staticKeys }
    if has(.loginSession) { return .login }
    if has(.credentialProcess) { return .process }
    if config.has(.accessKeyID) { return .staticKeys }
    return nil
  }
}

extension Profile {
  /// The profile's stored access key: the credentials file's where that has one, else the config file's.
  ///
  /// A key is never put together from both files; throws `ChainError` where a half is missing
  /// or cannot be used.
  func staticKeys() throws(ChainError) -> AWSCredentials? {
    guard has(.accessKeyID) else { return nil }
    let keys = credentials.has(.accessKeyID) ? credentials : config
    let origin = place(of: .accessKeyID)
    guard let id = keys.text(.accessKeyID), !id.isEmpty else {
      throw .halfAnAccessKey(profile: name, missing: .accessKeyID, origin)
    }
    guard let secret = keys.secret(.secretAccessKey), !secret.revealed.isEmpty else {
      throw .halfAnAccessKey(profile: name, missing: .secretAccessKey, origin)
    }
    let token = keys.token
    let found = AWSCredentials(
      accessKeyID: id, secretAccessKey: secret, sessionToken: token,
      expiration: token.flatMap { _ in keys.expiry },
      accountID: keys.text(.accountID).flatMap { ARN.isAccountID($0) ? $0 : nil })
    if let unusable = found.unusablePart { throw .unusableKey(profile: name, unusable, origin) }
    return found
  }
}

extension Properties {
  /// The end of a session, which saml2aws writes beside its keys; nil where it is none.
  fileprivate var expiry: Date? {
    guard case .text(let text)? = value(WrittenKeys.expiry) else { return nil }
    return parseISO8601(text)
  }

  /// The session token, by the older of its two names first, as the AWS CLI has it.
  fileprivate var token: Secret? {
    [secret(.securityToken), secret(.sessionToken)].lazy.compactMap(\.self)
      .first { !$0.revealed.isEmpty }
  }
}
