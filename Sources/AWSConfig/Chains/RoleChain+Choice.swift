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
