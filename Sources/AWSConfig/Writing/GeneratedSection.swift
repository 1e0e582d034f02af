/// The text of a generated profile, to be written at the end of a config file.
///
/// It has the settings of `profile` for calls and output, and `lines`, which are complete lines.
/// Keys for credentials and secrets are left out.
package func generatedSection(
  _ name: String, like profile: Profile?, region: String, lines: [String]
) -> String {
  let kept = (profile?.config.all ?? []).filter { !$0.key.decidesCredentials && !$0.key.isSecret }
  let settings = kept.compactMap { line(of: $0, indent: "") }
  return (["[profile \(name)]", "region = \(region)"] + settings + lines)
    .map { $0 + "\n" }.joined()
}

/// The lines of a property; those of a block have a larger indent.
private func line(of property: Property, indent: String) -> String? {
  let start = indent + property.key.text + " ="
  switch property.value {
  case .secret: return nil
  case .text(let text): return text.contains(where: \.isNewline) ? nil : start + " " + text
  case .block(let block):
    return ([start] + block.all.compactMap { line(of: $0, indent: indent + "  ") })
      .joined(separator: "\n")
  }
}

extension PropertyKey {
  /// True for keys for credentials, and for keys that only Switchback reads.
  fileprivate var decidesCredentials: Bool {
    guard case .known(let key) = self else { return false }
    return switch key {
    case .output, .services, .endpointURL, .ignoreConfiguredEndpointURLs, .useFIPSEndpoint,
      .useDualStackEndpoint, .caBundle, .maxAttempts, .retryMode, .metadataEndpoint,
      .metadataEndpointMode, .metadataV1Disabled, .metadataTimeout, .metadataAttempts,
      .metadataUseIPv6:
      false
    case .accessKeyID, .secretAccessKey, .sessionToken, .securityToken, .accountID, .roleARN,
      .sourceProfile, .credentialSource, .externalID, .mfaSerial, .mfaProcess, .durationSeconds,
      .roleSessionName, .webIdentityTokenFile, .credentialProcess, .ssoSession, .ssoAccountID,
      .ssoRoleName, .ssoStartURL, .ssoRegion, .ssoRegistrationScopes, .loginSession, .region,
      .displayName, .display, .color, .colour, .group, .shortcut, .confirm, .readOnly,
      .samlAssertionFile, .samlAssertionProcess, .samlPrincipalARN, .includeProfile:
      true
    }
  }
}

extension SharedConfig {
  /// An unused name for a generated profile, made from an entry's name.
  package func freeProfileName(for entry: String) -> String {
    let plain = entry.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-"
    }
    let name = "switchback-" + String(plain.prefix(60))
    let names = [name] + (2...).lazy.prefix(1000).map { "\(name)-\($0)" }
    return names.first { profile($0) == nil } ?? name
  }
}
