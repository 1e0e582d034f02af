/// The key of a property, in lower case as in both of AWS's grammars.
package enum PropertyKey: Sendable, Hashable {
  case known(KnownKey)
  case other(String)

  /// The key with a text, in upper or lower case.
  package init(_ text: String) {
    let text = text.lowercased()
    let known = KnownKey.allCases.first { $0.text == text }
    self = known.map(PropertyKey.known) ?? .other(text)
  }

  package var text: String {
    switch self {
    case .known(let key): key.text
    case .other(let text): text
    }
  }

  /// True for keys whose value must not be shown: AWS's own three, and those of other tools.
  package var isSecret: Bool {
    switch self {
    case .known(.secretAccessKey), .known(.sessionToken), .known(.securityToken): true
    case .known: false
    case .other(let text): Self.secretEndings.contains { text.hasSuffix($0) }
    }
  }

  private static let secretEndings = [
    "_secret", "secret_key", "secret_access_key", "_token", "password", "passphrase", "private_key",
  ]
}

/// A key that Switchback reads; other keys of a section are kept by their text.
package enum KnownKey: UInt8, Sendable, Hashable, CaseIterable {
  case accessKeyID, secretAccessKey, sessionToken, securityToken, accountID
  case roleARN, sourceProfile, credentialSource, externalID, mfaSerial, mfaProcess
  case durationSeconds, roleSessionName, webIdentityTokenFile, credentialProcess
  case ssoSession, ssoAccountID, ssoRoleName, ssoStartURL, ssoRegion, ssoRegistrationScopes
  case loginSession, region, output, services, endpointURL, ignoreConfiguredEndpointURLs
  case useFIPSEndpoint, useDualStackEndpoint, caBundle, maxAttempts, retryMode
  case displayName, display, color, colour, group, shortcut, confirm, readOnly
  case samlAssertionFile, samlAssertionProcess, samlPrincipalARN
  case metadataEndpoint, metadataEndpointMode, metadataV1Disabled, metadataTimeout
  case metadataAttempts, metadataUseIPv6, includeProfile

  /// The key as it is written in a file.
  package var text: String {
    switch self {
    case .accessKeyID: "aws_access_key_id"
    case .secretAccessKey: "aws_secret_access_key"
    case .sessionToken: "aws_session_token"
    case .securityToken: "aws_security_token"
    case .accountID: "aws_account_id"
    case .roleARN: "role_arn"
    case .sourceProfile: "source_profile"
    case .credentialSource: "credential_source"
    case .externalID: "external_id"
    case .mfaSerial: "mfa_serial"
    case .mfaProcess: "mfa_process"
    case .durationSeconds: "duration_seconds"
    case .roleSessionName: "role_session_name"
    case .webIdentityTokenFile: "web_identity_token_file"
    case .credentialProcess: "credential_process"
    case .ssoSession: "sso_session"
    case .ssoAccountID: "sso_account_id"
    case .ssoRoleName: "sso_role_name"
    case .ssoStartURL: "sso_start_url"
    case .ssoRegion: "sso_region"
    case .ssoRegistrationScopes: "sso_registration_scopes"
    case .loginSession: "login_session"
    case .region: "region"
    case .output: "output"
    case .services: "services"
    case .endpointURL: "endpoint_url"
    case .ignoreConfiguredEndpointURLs: "ignore_configured_endpoint_urls"
    case .useFIPSEndpoint: "use_fips_endpoint"
    case .useDualStackEndpoint: "use_dualstack_endpoint"
    case .caBundle: "ca_bundle"
    case .maxAttempts: "max_attempts"
    case .retryMode: "retry_mode"
    case .displayName: "display_name"
    case .display: "display"
    case .color: "color"
    case .colour: "colour"
    case .group: "group"
    case .shortcut: "shortcut"
    case .confirm: "confirm"
    case .readOnly: "read_only"
    case .samlAssertionFile: "saml_assertion_file"
    case .samlAssertionProcess: "saml_assertion_process"
    case .samlPrincipalARN: "saml_principal_arn"
    case .metadataEndpoint: "ec2_metadata_service_endpoint"
    case .metadataEndpointMode: "ec2_metadata_service_endpoint_mode"
    case .metadataV1Disabled: "ec2_metadata_v1_disabled"
    case .metadataTimeout: "metadata_service_timeout"
    case .metadataAttempts: "metadata_service_num_attempts"
    case .metadataUseIPv6: "imds_use_ipv6"
    case .includeProfile: "include_profile"
    }
  }

  /// The key's bit in a set of a section's known keys.
  var bit: UInt64 { 1 << UInt64(rawValue) }
}

/// Finds the known key in bytes, in upper or lower case, without making a String.
struct KnownKeyTable: Sendable {
  private struct Slot {
    var key: KnownKey
    var name: Range<Int>
  }

  // Four times as many slots as keys, so that collisions are rare.
  private var slots = [Slot?](repeating: nil, count: 256)
  private var names: [UInt8] = []

  init() {
    for key in KnownKey.allCases {
      let start = names.count
      names += key.text.utf8
      var slot = names.withUnsafeBufferPointer { Self.slot(of: $0, start..<$0.count) }
      while slots[slot] != nil { slot = (slot + 1) & 255 }
      slots[slot] = Slot(key: key, name: start..<names.count)
    }
  }

  /// The key in `bytes[range]`.
  func key(_ bytes: FileBytes, _ range: Range<Int>) -> PropertyKey {
    var place = Self.slot(of: bytes, range)
    while let slot = slots[place] {
      if isSpelled(slot.name, bytes, range) { return .known(slot.key) }
      place = (place + 1) & 255
    }
    return .other(bytes.text(range).lowercased())
  }

  // FNV-1a, with the bit set that distinguishes upper and lower case.
  private static func slot(of bytes: FileBytes, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index] | 0x20)) &* 16_777_619 }
    return Int((hash ^ hash >> 16) & 255)
  }

  private func isSpelled(_ name: Range<Int>, _ bytes: FileBytes, _ range: Range<Int>) -> Bool {
    guard name.count == range.count else { return false }
    for offset in 0..<range.count {
      let byte = bytes[range.lowerBound + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard lower == names[name.lowerBound + offset] else { return false }
    }
    return true
  }
}
