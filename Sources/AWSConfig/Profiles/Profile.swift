package import Accounts
import Foundation
import Secrets
import Text

/// A profile in both files; the credentials file's value of a key wins over the config file's.
package struct Profile: Sendable, Hashable {
  package var name: String
  package var config = Properties()
  package var credentials = Properties()
  /// Where its section begins in each file; nil if the file has none.
  package var configOrigin: Origin?
  package var credentialsOrigin: Origin?
  /// The properties that it takes from other profiles; an array of at most one, nearly always
  /// empty.
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
  /// Where it begins, in the config file if that has it, else in the credentials file.
  package var origin: Origin {
    configOrigin ?? credentialsOrigin ?? Origin(file: "", line: 0)
  }

  /// True if either file has the key, even with an empty value.
  package func has(_ key: KnownKey) -> Bool {
    config.has(key) || credentials.has(key) || inclusion.first?.properties.has(key) == true
  }

  /// The key's text, as written.
  package func text(_ key: KnownKey) -> String? {
    credentials.text(key) ?? config.text(key) ?? inclusion.first?.properties.text(key)
  }

  /// The key's text; nil if it is empty.
  package func nonEmpty(_ key: KnownKey) -> String? {
    text(key).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The account ID in the key's value; nil if it is not one.
  func account(_ key: KnownKey) -> String? {
    nonEmpty(key).flatMap { ARN.isAccountID($0) ? $0 : nil }
  }

  /// Where the key is set, for messages; the profile's own place if it is not set.
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
  /// The kind of the last step of the profile's chain; nil if the profile has no credentials.
  package var kind: Entry.Kind? {
    assumesRole ? .assumeRole : ownKind(tokenFile: text(.webIdentityTokenFile))
  }

  /// The profile's session duration, in seconds; a text that is not a number is ignored, as in the
  /// AWS CLI.
  var durationSeconds: Int? {
    text(.durationSeconds).flatMap { Int($0) }
  }

  /// True if the profile is a role that is assumed with other credentials; an empty `role_arn`
  /// counts.
  var assumesRole: Bool {
    has(.roleARN) && !has(.webIdentityTokenFile) && !hasSAML
  }

  /// True if either file has a part of an access key.
  var hasStaticKeys: Bool {
    has(.accessKeyID) || has(.secretAccessKey)
  }

  /// How the profile gets credentials without assuming a role, in the AWS CLI's order.
  ///
  /// The AWS CLI does not know SAML roles. They have a role's position: before the environment's
  /// web identity.
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
  /// The profile's stored access key, from the credentials file if it has one, else the config
  /// file.
  ///
  /// The parts of a key are never combined from both files. Throws `ChainError` if a part is
  /// missing or cannot be used.
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
  /// The expiration that saml2aws writes beside its credentials; nil if it is not a time.
  fileprivate var expiry: Date? {
    guard case .text(let text)? = value(WrittenKeys.expiry) else { return nil }
    return parseISO8601(text)
  }

  /// The session token; the older of its two names wins, as in the AWS CLI.
  fileprivate var token: Secret? {
    [secret(.securityToken), secret(.sessionToken)].lazy.compactMap(\.self)
      .first { !$0.revealed.isEmpty }
  }
}
