package import Accounts

extension RoleChain {
  /// The chain with session options for its last role.
  ///
  /// That is the last hop, or a role that is assumed with a web identity or an assertion. Throws
  /// `SessionOptionsError` if the last step does not support an option. The region does not concern
  /// the chain.
  package func applying(_ options: SessionOptions) throws(SessionOptionsError) -> RoleChain {
    guard let first = options.chosenOptions.first else { return self }
    if options.isReadOnly, options.hasOtherPolicy { throw optionError(.readOnlyAndPolicy) }
    var chain = self
    if let last = hops.indices.last {
      chain.hops[last].apply(options)
      return chain
    }
    switch base {
    case .webIdentity(var source):
      try refuse([.sourceIdentity, .tags], of: options)
      source.apply(options)
      chain.base = .webIdentity(source)
    case .saml(var source):
      try refuse([.sourceIdentity, .tags, .sessionName], of: options)
      source.apply(options)
      chain.base = .saml(source)
    case .staticKeys, .environment, .sso, .process, .login, .container, .instanceMetadata:
      throw optionError(first)
    }
    return chain
  }

  private func refuse(
    _ refused: [SessionOptionsError.Option], of options: SessionOptions
  ) throws(SessionOptionsError) {
    if let option = options.chosenOptions.first(where: refused.contains) {
      throw optionError(option)
    }
  }

  private func optionError(_ option: SessionOptionsError.Option) -> SessionOptionsError {
    SessionOptionsError(
      entry: hops.last?.profile ?? profile ?? base.profile, option: option, kind: kind)
  }
}

extension RoleHop {
  fileprivate mutating func apply(_ options: SessionOptions) {
    roleSessionName = options.sessionName ?? roleSessionName
    durationSeconds = options.durationSeconds ?? durationSeconds
    sourceIdentity = options.sourceIdentity
    tags = options.tags
    policyARNs = options.policyARNs(for: roleARN)
    policy = options.policy
  }
}

extension WebIdentitySource {
  fileprivate mutating func apply(_ options: SessionOptions) {
    roleSessionName = options.sessionName ?? roleSessionName
    durationSeconds = options.durationSeconds ?? durationSeconds
    policyARNs = options.policyARNs(for: roleARN)
    policy = options.policy
  }
}

extension SAMLSource {
  fileprivate mutating func apply(_ options: SessionOptions) {
    durationSeconds = options.durationSeconds ?? durationSeconds
    policyARNs = options.policyARNs(for: roleARN)
    policy = options.policy
  }
}

extension SessionOptions {
  /// The chosen options for the role, the most important first.
  fileprivate var chosenOptions: [SessionOptionsError.Option] {
    [
      isReadOnly ? .readOnly : nil, policy != nil || !policyARNs.isEmpty ? .policy : nil,
      durationSeconds.map { _ in .duration }, sessionName.map { _ in .sessionName },
      sourceIdentity.map { _ in .sourceIdentity }, tags.isEmpty ? nil : .tags,
    ].compactMap(\.self)
  }

  /// True if there is another policy than ReadOnlyAccess, which would allow more than that.
  fileprivate var hasOtherPolicy: Bool {
    policy != nil || policyARNs.contains { !$0.hasSuffix(readOnlyAccess) }
  }

  /// The managed session policies; ReadOnlyAccess is that of the role's partition.
  fileprivate func policyARNs(for roleARN: String) -> [String] {
    guard isReadOnly else { return policyARNs }
    let partition = (try? ARN(role: roleARN))?.partition ?? Partition.aws.name
    return ["arn:\(partition)" + readOnlyAccess]
  }
}

private let readOnlyAccess = ":iam::aws:policy/ReadOnlyAccess"

/// A session option that the last step of a chain does not support.
package struct SessionOptionsError: Error, Sendable, Hashable {
  /// A chosen session option.
  package enum Option: Sendable, Hashable {
    case readOnly, duration, sessionName, sourceIdentity, tags, policy
    /// Read-only beside other session policies.
    case readOnlyAndPolicy
  }

  /// The entry's name; nil if only the environment is used.
  package var entry: String?
  package var option: Option
  /// The last step of the entry's chain.
  package var kind: Entry.Kind
}

extension SessionOptionsError: CustomStringConvertible {
  /// A sentence with the entry, the option, why it is not supported, and what to do.
  package var description: String {
    let entry = entry.map { "'\($0)'" } ?? "The environment's session"
    if option == .readOnlyAndPolicy {
      return
        "\(entry) would not be read-only with another session policy beside it: AWS allows "
        + "everything that one of them allows. Leave out read-only, or the other policy."
    }
    return "\(entry) cannot \(option.inWords): \(why) \(remedy)"
  }

  private var why: String {
    switch kind {
    case .webIdentity:
      "a role assumed with a web identity takes its \(option.takenValue) from the token."
    case .saml: "a role assumed with SAML takes its \(option.takenValue) from the assertion."
    case .sso: "Identity Center does not support session options."
    case .staticKeys, .environment, .process, .login, .container, .instanceMetadata, .assumeRole:
      "its last step is \(kind.lastStepInWords), not a role that is assumed."
    }
  }

  private var remedy: String {
    switch (kind, option) {
    case (.webIdentity, _), (.saml, _): "Leave it out, or have the identity provider set it."
    case (.sso, .readOnly), (.sso, .policy): "Use a read-only permission set."
    case (.sso, .duration): "Its duration is set in the permission set."
    case (.sso, _), (.staticKeys, _), (.environment, _), (.process, _), (.login, _),
      (.container, _), (.instanceMetadata, _), (.assumeRole, _):
      "Choose an entry that assumes a role, or leave it out."
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
    case .sessionName, .readOnly, .duration, .policy, .readOnlyAndPolicy: "session name"
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
