import Accounts
import Secrets
import Text

/// The values of a role's profile that AWS would reject, each with a sentence that names the key.
package typealias STSLimitCheck = @Sendable (Profile) -> [(key: KnownKey, violation: String)]

extension Profile {
  /// The profile's values that their keys do not allow, and its unknown keys, in file order.
  ///
  /// `asksAWS` is false if STS has another endpoint, whose server may have other regions.
  func valueErrors(asksAWS: () -> Bool, _ limits: STSLimitCheck) -> [PlacedValueError] {
    let own =
      quoted + regionErrors(asksAWS: asksAWS) + kindErrors + limitErrors(limits)
    return (own.map { placed($0, at: place(of: $1)) } + unreadKeys)
      .sorted { ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line) }
  }

  func placed(_ error: ValueError, at origin: Origin) -> PlacedValueError {
    PlacedValueError(owner: "profile '\(name)'", origin: origin, error: error)
  }

  /// The values in quotes, of the keys that the profile's kind uses; regions have their own check.
  private var quoted: [(ValueError, KnownKey)] {
    usedKeys.filter { key in
      if text(key)?.withoutQuotes != nil { return true }
      let secret = credentials.secret(key) ?? config.secret(key)
      return secret?.revealed.withoutQuotes != nil
    }.map { (.quoted($0), $0) }
  }

  private func limitErrors(_ limits: STSLimitCheck) -> [(ValueError, KnownKey)] {
    guard kind == .assumeRole else { return [] }
    return limits(self).filter { text($0.key)?.withoutQuotes == nil }
      .map { (.limit($0.key, $0.violation), $0.key) }
  }

  private var usedKeys: [KnownKey] {
    switch kind {
    case .assumeRole: [.externalID, .mfaSerial, .roleSessionName, .durationSeconds]
    case .sso: [.ssoRoleName, .ssoStartURL]
    case .staticKeys: [.accessKeyID, .secretAccessKey, .sessionToken]
    case .webIdentity: [.webIdentityTokenFile, .roleSessionName]
    case .saml: [.samlAssertionFile]
    case .process, .login, .environment, .container, .instanceMetadata, nil: []
    }
  }

  private func regionErrors(asksAWS: () -> Bool) -> [(ValueError, KnownKey)] {
    let own = regionError(.region) { asksSTS && asksAWS() }
    return [own, kind == .sso ? regionError(.ssoRegion) { true } : nil].compactMap(\.self)
  }

  /// The error of a region; without calls to STS, an unknown region may be another service's.
  private func regionError(
    _ key: KnownKey, isAsked: () -> Bool
  ) -> (ValueError, KnownKey)? {
    guard let text = nonEmpty(key) else { return nil }
    let region = RegionName(text)
    switch region {
    case .usable: return nil
    case .unknown where !isAsked(): return nil
    case .unknown, .unusual, .miswritten: return (.region(key, text, region), key)
    }
  }

  /// True if the last step assumes a role.
  var asksSTS: Bool {
    switch kind {
    case .assumeRole, .webIdentity, .saml: true
    case .staticKeys, .sso, .process, .login, .environment, .container, .instanceMetadata, nil:
      false
    }
  }

  private var kindErrors: [(ValueError, KnownKey)] {
    switch kind {
    case .assumeRole:
      return [deviceError, durationError].compactMap(\.self)
    case .saml: return [durationError].compactMap(\.self)
    case .sso:
      let account = nonEmpty(.ssoAccountID).flatMap { id in
        ARN.isAccountID(id)
          ? nil : (ValueError.account(.ssoAccountID, id), KnownKey.ssoAccountID)
      }
      return [account, nonEmpty(.ssoStartURL).flatMap(startURLError)].compactMap(\.self)
    case .staticKeys, .webIdentity, .process, .login, .environment, .container,
      .instanceMetadata, nil:
      return []
    }
  }

  private var deviceError: (ValueError, KnownKey)? {
    guard let text = nonEmpty(.mfaSerial), text.hasPrefix("arn:"), !isDevice(text) else {
      return nil
    }
    return (.device(text), .mfaSerial)
  }

  private var durationError: (ValueError, KnownKey)? {
    guard let text = nonEmpty(.durationSeconds), Int(text) == nil, text.withoutQuotes == nil
    else { return nil }
    return (.notSeconds(text, seconds: Text.parseDuration(text)), .durationSeconds)
  }

  private func startURLError(_ text: String) -> (ValueError, KnownKey)? {
    HTTPAddress(text) != nil || text.withoutQuotes != nil
      ? nil : (.address(.ssoStartURL, text), .ssoStartURL)
  }
}

/// True for MFA devices that show codes: virtual ones, and hardware devices of GovCloud by their
/// ARN.
private func isDevice(_ text: String) -> Bool {
  guard let arn = try? ARN(text), ARN.isAccountID(arn.accountID) else { return false }
  return arn.service == "iam"
    && ["mfa/", "sms-mfa/"].contains { arn.resource.hasPrefix($0) && arn.resource.count > $0.count }
}

// Keys.
extension Profile {
  /// The unknown keys: misspelt ones, and those of other tools whose loss matters.
  private var unreadKeys: [PlacedValueError] {
    misspeltKeys.map { written, meant in
      placed(.misspelt(written.key.text, meant), at: place(of: written))
    }
      + foreignKeys.filter(\.key.isAlwaysReported).map { key, property in
        placed(.foreign(key), at: place(of: property))
      }
  }

  /// The misspelt keys of both files that neither of them has in its right form.
  var misspeltKeys: [(written: Property, meant: KnownKey)] {
    (config.misspeltKeys + credentials.misspeltKeys).filter { !has($0.meant) }
  }

  /// The place of a property.
  func place(of property: Property) -> Origin {
    let isConfigs = config.value(property.key) != nil
    let origin = (isConfigs ? configOrigin : credentialsOrigin) ?? origin
    return Origin(file: origin.file, line: property.line)
  }
}
