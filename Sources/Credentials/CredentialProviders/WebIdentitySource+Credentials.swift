import AWSClient
import AWSConfig
import STS
import Secrets

extension WebIdentitySource {
  /// The role's credentials, for the token in the file.
  func issuedCredentials(_ services: ServiceEndpoints, _ dependencies: CredentialDependencies)
    async throws -> IssuedCredentials
  {
    let role = try await services.client(nil, for: roleARN, dependencies).call(
      AssumeRoleWithWebIdentity(
        roleARN: roleARN,
        sessionName: roleSessionName ?? sessionName(at: dependencies.timing.now()),
        token: try token(dependencies), durationSeconds: durationSeconds,
        policyARNs: policyARNs.isEmpty ? nil : policyARNs, policy: policy))
    try check(account: account(of: role.arn), is: account(of: roleARN), of: roleARN)
    return IssuedCredentials(role.credentials, arn: role.arn)
  }

  /// The token without an editor's final line break, which botocore sends and AWS refuses.
  private func token(_ dependencies: CredentialDependencies) throws(CredentialError) -> Secret {
    let text: String
    do {
      text = String(decoding: try dependencies.read(tokenFile), as: UTF8.self)
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
