import AWSClient
import AWSConfig
import Accounts
import Credentials
import Foundation
import Text

/// The output of `switchback explain`.
struct Explanation {
  var entry: Entry
  var plan: Plan

  init(_ entry: Entry, _ plan: Plan) {
    self.entry = entry
    self.plan = plan
  }

  private var role: ARN? { plan.chain.roleARN.flatMap { try? ARN(role: $0) } }
}

extension Explanation {
  /// The JSON, with text masked that looks like a secret, since users may put a key in any value.
  var json: JSON { members.masked }

  private var members: JSON {
    .known([
      "name": .text(entry.name),
      "partition": .text(role?.partition ?? Partition(ofRegion: endpoint.signingRegion).name),
      "account_id": (role?.accountID ?? entry.accountID).map(JSON.text),
      "steps": .list([base] + plan.chain.hops.map(step)),
      "problems": plan.valueErrors.isEmpty
        ? nil : .list(plan.valueErrors.map { JSON($0.diagnostic) }),
    ])
  }

  private var endpoint: Endpoint { plan.services.sts }

  private var base: JSON {
    let known = JSON.knownMembers([
      "profile": plan.chain.base.profile.map(JSON.text),
      "kind": .text(plan.chain.base.kind.rawValue),
    ])
    return .object(known + plan.chain.base.details)
  }

  private func step(_ hop: RoleHop) -> JSON {
    .known([
      "profile": .text(hop.profile),
      "kind": .text(Entry.Kind.assumeRole.rawValue),
      "role_arn": .text(hop.roleARN),
      "role_session_name": hop.roleSessionName.map(JSON.text),
      "external_id": hop.externalID.map(JSON.text),
      "mfa_serial": hop.mfaSerial.map(JSON.text),
      "duration_seconds": hop.durationSeconds.map(JSON.number),
      "source_identity": hop.sourceIdentity.map(JSON.text),
      "tags": hop.tags.isEmpty ? nil : .list(hop.tags.map { .text("\($0.key)=\($0.value)") }),
      "policy": hop.policy.map(JSON.text),
      "policy_arns": hop.policyARNs.isEmpty ? nil : .list(hop.policyARNs.map(JSON.text)),
      "region": .text(endpoint.signingRegion),
      "endpoint": .text(endpoint.url),
    ])
  }
}

extension Explanation {
  /// The chain as numbered lines, for people.
  var text: String {
    let numbered = steps.enumerated().map { "\($0 + 1). \($1)" }
    return ([title] + numbered).map { maskingSecrets($0.cleaned) }.joined(separator: "\n") + "\n"
  }

  /// The steps of the chain, not cleaned, but with text masked that looks like a secret.
  var steps: [String] {
    let base = plan.chain.base
    let start =
      base.kind.inWords + (base.profile.map { " of profile \($0)" } ?? "")
      + (base.summary.map { ": \($0)" } ?? "")
    let assumed = plan.chain.hops.map { "assume \($0.roleARN)\(details(of: $0))" }
    return ([start] + assumed).map(maskingSecrets)
  }

  private var title: String {
    let name = entry.label.displayName == entry.name ? "" : " (\(entry.label.displayName))"
    let line = entry.origin.line > 0 ? ":\(entry.origin.line)" : ""
    return "\(entry.name)\(name), from \(entry.origin.file)\(line)"
  }

  private func details(of hop: RoleHop) -> String {
    let facts = [
      hop.mfaSerial.map { "with a code of \($0)" }, hop.externalID.map { "external id \($0)" },
      hop.roleSessionName.map { "as \($0)" },
      hop.durationSeconds.map { "for \(shortDuration($0))" },
      hop.sourceIdentity.map { "source identity \($0)" },
      hop.tags.isEmpty
        ? nil : "tags " + hop.tags.map { "\($0.key)=\($0.value)" }.joined(separator: " "),
      hop.policyARNs.isEmpty ? nil : "no more than \(hop.policyARNs.joined(separator: ", "))",
      hop.policy.map { _ in "narrowed by a session policy" },
      "asking \(endpoint.url)",
    ]
    return ", " + facts.compactMap(\.self).joined(separator: ", ")
  }
}

extension CredentialSource {
  /// The details of a chain's first step in `explain --json`, besides its profile and kind; no
  /// secrets.
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

  /// The same as a clause for people; nil if there is nothing to add.
  var summary: String? {
    switch self {
    case .webIdentity(let source):
      "\(source.roleARN) with the token in \(source.tokenFile)" + narrowed(by: source.policyARNs)
    case .saml(let source): source.roleARN + narrowed(by: source.policyARNs)
    case .sso(let source):
      "\(source.roleName) in \(source.accountID), by "
        + "\(source.login.session ?? source.login.startURL)"
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
  /// The endpoint's host, without the path, which identifies the task's credentials.
  fileprivate var host: String {
    URLComponents(string: url)?.host ?? "its endpoint"
  }
}
