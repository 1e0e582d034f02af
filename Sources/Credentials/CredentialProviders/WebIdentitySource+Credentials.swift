import AWSClient
import AWSConfig
import STS
import Secrets

extension WebIdentitySource {
  /// The role's credentials, for the token that the file holds now.
  func issuedCredentials(_ services: ServiceEndpoints, _ outside: CredentialDependencies)
    async throws -> IssuedCredentials
  {
    let role = try await services.client(nil, for: roleARN, outside).call(
      AssumeRoleWithWebIdentity(
        roleARN: roleARN,
        sessionName: roleSessionName ?? sessionName(at: outside.timing.now()),
        token: try token(outside), durationSeconds: durationSeconds,
        policyARNs: policyARNs.isEmpty ? nil : policyARNs, policy: policy))
    try check(account: account(of: role.arn), is: account(of: roleARN), of: roleARN)
    return IssuedCredentials(role.credentials, arn: role.arn)
  }

  /// Without the line's end that an editor leaves, which botocore sends and AWS refuses.
  private func token(_ outside: CredentialDependencies) throws(CredentialError) -> Secret {
    let text: String
    do {
      text = String(decoding: try outside.read(tokenFile), as: UTF8.self)
    } catch {
      throw .noToken(file: tokenFile, profile: profile, why: "\(error)")
    }
    let token = text.trimmingSuffix { $0.isNewline }
    guard !token.isEmpty else {
      throw .noToken(file: tokenFile, profile: profile, why: "it is empty.")
    }
    return Secret(String(token))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> Substring {
    self[...].dropLast(reversed().prefix(while: isDropped).count)
  }
}
