/// The keys of AWS's tools and of other programs, which are not read here.
///
/// They are never protection settings, even if they look like one.
enum PeerKey {
  /// True for one of them.
  static func isOne(_ key: String) -> Bool { all.contains(key) || ForeignKey(key) != nil }

  /// True for one of them, and for keys with the same prefixes, whose values are not examined.
  static func holdsValuesOfOthers(_ key: String) -> Bool {
    isOne(key) || labels.contains(key) || prefixes.contains(where: key.hasPrefix)
  }

  private static let all: Set<String> = ofAWS.union(ofOthers)

  /// The keys of the AWS CLI and the SDKs.
  private static let ofAWS: Set<String> = [
    "account_id_endpoint_mode", "api_versions", "auth_scheme_preference", "defaults_mode",
    "disable_request_compression", "endpoint_discovery_enabled", "max_bandwidth",
    "max_concurrent_requests", "max_queue_size", "multipart_chunksize", "multipart_threshold",
    "parameter_validation", "payload_signing_enabled", "preferred_transfer_client",
    "request_checksum_calculation", "request_min_compression_size_bytes",
    "response_checksum_validation", "sdk_ua_app_id", "sigv4a_signing_region_set",
    "sts_regional_endpoints", "target_bandwidth", "tcp_keepalive", "addressing_style",
    "use_accelerate_endpoint", "user_agent_appid", "signature_version", "plugins", "preview",
  ]

  /// The keys of programs that store settings in AWS's files.
  private static let ofOthers: Set<String> = [
    "assumed_role", "assumed_role_arn", "assume_role_arn", "autoawsume", "ca_certificates_file",
    "console_session_duration", "expiration", "https_validate_certificates", "is_secure",
    "lock_timeout", "long_term", "manager", "principal_arn", "safe_mode", "skip_verify",
    "target_region", "target_role_name", "verify", "verify_ssl", "verify_tls", "vault",
    "x_principal_arn", "x_security_token_expires",
  ]

  /// Keys under which people describe a profile, for example with the name of its role.
  private static let labels: Set<String> = [
    "account_alias", "alias", "category", "comment", "desc", "description", "env", "environment",
    "info", "label", "note", "notes", "owner", "purpose", "role_alias", "role_type", "session",
    "summary", "tag", "tags", "team", "title", "type", "vault_path",
  ]

  private static let prefixes = [
    "aws_", "cli_", "csm_", "ec2_", "s3_", "sso_", "metadata_", "chain_", "saml", "leapp_", "okta",
  ]
}
