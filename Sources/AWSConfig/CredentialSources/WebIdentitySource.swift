import Accounts

/// A role assumed with a token that an identity provider keeps in a file.
package struct WebIdentitySource: Sendable, Hashable {
  /// nil where the environment alone says it.
  package var profile: String?
  package var roleARN: String
  package var roleSessionName: String?
  /// As configured; it is read anew each time.
  package var tokenFile: String
  package var durationSeconds: Int?
  /// A choice's session policies; AWSConfig itself sets none.
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

/// Reads a web identity from the environment and a profile, which may each hold a part of it, as the AWS CLI does.
struct WebIdentityReader {
  /// Empty where the environment does not count: for a profile that was named, and for a source profile.
  let environment: [String: String]
  let profile: Profile

  /// The token's file; nil where none is configured, and empty where it is switched off.
  var tokenFile: String? { setting("AWS_WEB_IDENTITY_TOKEN_FILE", .webIdentityTokenFile) }

  /// The source, without the profile's `duration_seconds`, which the AWS CLI does not send here; throws `ChainError` where there is no role to assume with the token, or what names it does not.
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
