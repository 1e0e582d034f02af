import Accounts

/// A role that is assumed with an identity provider's token, which is in a file.
package struct WebIdentitySource: Sendable, Hashable {
  /// Nil if only the environment is used.
  package var profile: String?
  package var roleARN: String
  package var roleSessionName: String?
  /// The configured path; the file is read for each request.
  package var tokenFile: String
  package var durationSeconds: Int?
  /// The session policies in the session options; AWSConfig itself sets none.
  package var policyARNs: [String] = []
  package var policy: String?

  package init(
    profile: String? = nil, roleARN: String, roleSessionName: String? = nil, tokenFile: String,
    durationSeconds: Int? = nil, policyARNs: [String] = [], policy: String? = nil
  ) {
    self.profile = profile
    self.roleARN = roleARN
    self.roleSessionName = roleSessionName
    self.tokenFile = tokenFile
    self.durationSeconds = durationSeconds
    self.policyARNs = policyARNs
    self.policy = policy
  }
}

/// Reads a web identity from the environment and a profile, as the AWS CLI does.
///
/// Each of the two may have a part of it.
struct WebIdentityReader {
  /// Empty if the environment is ignored: for a named profile, and for a source profile.
  let environment: [String: String]
  let profile: Profile

  /// The token's file; nil if none is configured, and empty if it is disabled.
  var tokenFile: String? { setting("AWS_WEB_IDENTITY_TOKEN_FILE", .webIdentityTokenFile) }

  /// The source with the token in a file.
  ///
  /// The profile's `duration_seconds` is left out, since the AWS CLI does not send it here. Throws
  /// `ChainError` if no role is configured, or if its ARN is not the ARN of a role.
  func source(_ tokenFile: String) throws(ChainError) -> WebIdentitySource {
    guard let roleARN = setting("AWS_ROLE_ARN", .roleARN), !roleARN.isEmpty else {
      throw profile.has(.webIdentityTokenFile)
        ? .webIdentityWithoutRole(profile: profile) : .webIdentityWithoutRoleInEnvironment
    }
    try check(roleARN)
    let name = setting("AWS_ROLE_SESSION_NAME", .roleSessionName)
    return WebIdentitySource(
      profile: isOfEnvironment ? nil : profile.name, roleARN: roleARN,
      roleSessionName: name.flatMap { $0.isEmpty ? nil : $0 }, tokenFile: tokenFile)
  }

  private var isOfEnvironment: Bool {
    environment["AWS_WEB_IDENTITY_TOKEN_FILE"] != nil && environment["AWS_ROLE_ARN"] != nil
  }

  private func check(_ roleARN: String) throws(ChainError) {
    if environment["AWS_ROLE_ARN"] != nil {
      do { _ = try ARN(role: roleARN) } catch { throw .notARoleInEnvironment(error) }
    } else {
      try profile.check(roleARN: roleARN)
    }
  }

  private func setting(_ variable: String, _ key: KnownKey) -> String? {
    environment[variable] ?? profile.text(key)
  }
}
