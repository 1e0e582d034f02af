package import Accounts

extension RoleChain {
  /// The chain with what was chosen for its last role: a hop, else a role that a web identity or an assertion opens.
  ///
  /// Throws `SessionOptionsError` where the last step cannot be given what was chosen. The region is no business of a chain.
  package func applying(_ choice: SessionOptions) throws(SessionOptionsError) -> RoleChain {
    guard let first = choice.chosenOptions.first else { return self }
    if choice.isReadOnly, choice.hasOtherPolicy { throw optionError(.readOnlyAndPolicy) }
    var chain = self
    if let last = hops.indices.last {
      chain.hops[last].apply(choice)
      return chain
    }
    switch base {
    case .webIdentity(var source):
      try refuse([.sourceIdentity, .tags], of: choice)
      source.apply(choice)
      chain.base = .webIdentity(source)
    case .saml(var source):
      try refuse([.sourceIdentity, .tags, .sessionName], of: choice)
      source.apply(choice)
      chain.base = .saml(source)
    default: throw optionError(first)
    }
    return chain
  }

  private func refuse(
    _ refused: [SessionOptionsError.Option], of choice: SessionOptions
  ) throws(SessionOptionsError) {
    if let wish = choice.chosenOptions.first(where: refused.contains) { throw optionError(wish) }
  }

  private func optionError(_ wish: SessionOptionsError.Option) -> SessionOptionsError {
    SessionOptionsError(
      entry: hops.last?.profile ?? profile ?? base.profile, wish: wish, kind: kind)
  }
}

extension RoleHop {
  fileprivate mutating func apply(_ choice: SessionOptions) {
    roleSessionName = choice.sessionName ?? roleSessionName
    durationSeconds = choice.durationSeconds ?? durationSeconds
    sourceIdentity = choice.sourceIdentity
    tags = choice.tags
    policyARNs = choice.policyARNs(for: roleARN)
    policy = choice.policy
  }
}

extension WebIdentitySource {
  fileprivate mutating func apply(_ choice: SessionOptions) {
    roleSessionName = choice.sessionName ?? roleSessionName
    durationSeconds = choice.durationSeconds ?? durationSeconds
    policyARNs = choice.policyARNs(for: roleARN)
    policy = choice.policy
  }
}

extension SAMLSource {
  fileprivate mutating func apply(_ choice: SessionOptions) {
    durationSeconds = choice.durationSeconds ?? durationSeconds
    policyARNs = choice.policyARNs(for: roleARN)
    policy = choice.policy
  }
}

extension SessionOptions {
  /// What was chosen for the role, most telling first.
  fileprivate var chosenOptions: [SessionOptionsError.Option] {
    [
      isReadOnly ? .readOnly : nil, policy != nil || !policyARNs.isEmpty ? .policy : nil,
      durationSeconds.map { _ in .duration }, sessionName.map { _ in .sessionName },
      sourceIdentity.map { _ in .sourceIdentity }, tags.isEmpty ? nil : .tags,
    ].compactMap(\.self)
  }

  /// True where a policy would allow more than ReadOnlyAccess beside it does: what one of them allows is allowed.
  fileprivate var hasOtherPolicy: Bool {
    policy != nil || policyARNs.contains { !$0.hasSuffix(readOnlyAccess) }
  }

  /// The managed session policies, ReadOnlyAccess being the one of the role's own partition.
  fileprivate func policyARNs(for roleARN: String) -> [String] {
    guard isReadOnly else { return policyARNs }
    let partition = (try? ARN(role: roleARN))?.partition ?? Partition.aws.name
    return ["arn:\(partition)" + readOnlyAccess]
  }
}

private let readOnlyAccess = ":iam::aws:policy/ReadOnlyAccess"

/// A choice that cannot be made, since what comes last in the chain is no role that AWS narrows or names anew.
package struct SessionOptionsError: Error, Sendable, Hashable {
  /// What was chosen.
  package enum Option: Sendable, Hashable {
    case readOnly, duration, sessionName, sourceIdentity, tags, policy
    /// Read-only beside other session policies.
    case readOnlyAndPolicy
  }

  /// As it was named; nil for what the environment alone decides.
  package var entry: String?
  package var wish: Option
  /// How the entry comes by its last credentials.
  package var kind: Entry.Kind
}

extension SessionOptionsError: CustomStringConvertible {
  /// A sentence that names the entry and the choice, why it cannot be made, and what to do.
  package var description: String {
    let entry = entry.map { "'\($0)'" } ?? "What the environment chooses"
    if wish == .readOnlyAndPolicy {
      return
        "\(entry) would not be read-only with another session policy beside it: AWS allows what any one of "
        + "them allows. Leave out read-only, or the other policy."
    }
    return "\(entry) cannot \(wish.inWords): \(why) \(remedy)"
  }

  private var why: String {
    switch kind {
    case .webIdentity:
      "a role assumed with a web identity takes its \(wish.takenValue) from the token."
    case .saml: "a role assumed with SAML takes its \(wish.takenValue) from the assertion."
    case .sso: "Identity Center supports no session options."
    default: "its last step is \(kind.lastStepInWords), not a role that is assumed."
    }
  }

  private var remedy: String {
    switch (kind, wish) {
    case (.webIdentity, _), (.saml, _): "Leave it out, or have the identity provider set it."
    case (.sso, .readOnly), (.sso, .policy): "Use a read-only permission set."
    case (.sso, .duration): "Its duration is set in the permission set."
    default: "Choose an entry that assumes a role, or leave it out."
    }
  }
}

extension SessionOptionsError.Option {
  fileprivate var inWords: String {
    switch self {
    case .readOnly, .readOnlyAndPolicy: "be made read-only"
    case .duration: "be given a duration"
    case .sessionName: "be given a session name"
    case .sourceIdentity: "be given a source identity"
    case .tags: "be given session tags"
    case .policy: "be given a session policy"
    }
  }

  fileprivate var takenValue: String {
    switch self {
    case .tags: "tags"
    case .sourceIdentity: "source identity"
    default: "session name"
    }
  }
}

extension Entry.Kind {
  fileprivate var lastStepInWords: String {
    switch self {
    case .staticKeys: "a stored access key"
    case .environment: "the access key of the environment"
    case .process: "a credential_process"
    case .login: "a console sign-in (aws login)"
    case .container: "the container's role"
    case .instanceMetadata: "the instance's role"
    case .sso: "a role of Identity Center"
    case .assumeRole, .webIdentity, .saml: "a role"
    }
  }
}
