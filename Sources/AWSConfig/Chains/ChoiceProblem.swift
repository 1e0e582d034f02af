package import Accounts

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
