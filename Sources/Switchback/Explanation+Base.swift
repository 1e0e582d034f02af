import AWSConfig
import Foundation

extension CredentialSource {
  /// What `explain --json` says of a chain's first step, besides its profile and kind; no secret.
  var details: [JSON.Member] {
    switch self {
    case .staticKeys, .environment, .process, .instanceMetadata: []
    case .webIdentity(let source):
      JSON.knownMembers([
        "role_arn": .text(source.roleARN), "web_identity_token_file": .text(source.tokenFile),
        "role_session_name": source.roleSessionName.map(JSON.text),
        "duration_seconds": source.durationSeconds.map(JSON.number),
        "policy": source.policy.map(JSON.text),
        "policy_arns": source.policyARNs.isEmpty ? nil : .list(source.policyARNs.map(JSON.text)),
      ])
    case .saml(let source):
      JSON.knownMembers([
        "role_arn": .text(source.roleARN),
        "saml_principal_arn": source.principalARN.map(JSON.text),
        "duration_seconds": source.durationSeconds.map(JSON.number),
        "policy": source.policy.map(JSON.text),
        "policy_arns": source.policyARNs.isEmpty ? nil : .list(source.policyARNs.map(JSON.text)),
      ])
    case .sso(let source):
      JSON.knownMembers([
        "sso_session": source.login.session.map(JSON.text),
        "sso_start_url": .text(source.login.startURL), "sso_region": .text(source.login.region),
        "sso_account_id": .text(source.accountID), "sso_role_name": .text(source.roleName),
      ])
    case .login(let source): JSON.knownMembers(["login_session": .text(source.session)])
    case .container(let source): JSON.knownMembers(["endpoint": .text(source.host)])
    }
  }

  /// The same as a clause for people; nil where there is nothing to add.
  var summary: String? {
    switch self {
    case .webIdentity(let source):
      "\(source.roleARN) with the token in \(source.tokenFile)" + narrowed(by: source.policyARNs)
    case .saml(let source): source.roleARN + narrowed(by: source.policyARNs)
    case .sso(let source):
      "\(source.roleName) in \(source.accountID), by \(source.login.session ?? source.login.startURL)"
    case .login(let source): source.session
    case .container(let source): source.host
    case .instanceMetadata(let source): source.endpoint
    case .staticKeys, .environment, .process: nil
    }
  }
}

private func narrowed(by arns: [String]) -> String {
  arns.isEmpty ? "" : ", no more than \(arns.joined(separator: ", "))"
}

extension ContainerSource {
  /// Where it is asked, without the path, which names the task's credentials.
  fileprivate var host: String {
    URLComponents(string: url)?.host ?? "its endpoint"
  }
}
