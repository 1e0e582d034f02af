/// A key that Switchback reads; every other key of a section is kept by its text.
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
    case .samlAssertionFile: "saml_assertion_file"
    case .samlAssertionProcess: "saml_assertion_process"
    case .samlPrincipalARN: "saml_principal_arn"
    case .includeProfile: "include_profile"
    default: settingText
    }
  }

  /// The keys that say how calls are made and how an entry looks, not who one becomes.
  private var settingText: String {
    switch self {
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
    case .region: "region"
    default: metadataText
    }
  }

  /// The keys that say how an EC2 instance's metadata is asked for.
  private var metadataText: String {
    switch self {
    case .metadataEndpointMode: "ec2_metadata_service_endpoint_mode"
    case .metadataV1Disabled: "ec2_metadata_v1_disabled"
    case .metadataTimeout: "metadata_service_timeout"
    case .metadataAttempts: "metadata_service_num_attempts"
    case .metadataUseIPv6: "imds_use_ipv6"
    default: "ec2_metadata_service_endpoint"
    }
  }

  /// This key's place in a set of the known keys that a section has.
  var bit: UInt64 { 1 << UInt64(rawValue) }
}
