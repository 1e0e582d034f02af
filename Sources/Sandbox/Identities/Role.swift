/// A role and its trust policy.
package struct Role: Sendable, Hashable {
  /// The ARN with the path: `arn:aws:iam::111122223333:role/team/Admin`.
  package let arn: String
  package var trust: TrustPolicy
  /// In seconds, from 3600 to 43200.
  package var maxSessionDuration: Int

  package init(arn: String, trust: TrustPolicy, maxSessionDuration: Int = 3600) {
    self.arn = arn
    self.trust = trust
    self.maxSessionDuration = maxSessionDuration
  }
}

/// The principals that may assume a role, and the conditions: one statement, as in most trust
/// policies.
package struct TrustPolicy: Sendable, Hashable {
  /// Further actions that AssumeRole may need, which a trust policy must allow.
  package enum Extra: String, Sendable, Hashable {
    case tags = "sts:TagSession"
    case sourceIdentity = "sts:SetSourceIdentity"
  }

  /// The ARNs of users, roles, role sessions, identity providers, and account roots.
  ///
  /// An account root stands for the whole account.
  package var principals: Set<String>
  package var requiresMFA: Bool
  /// The required value of `sts:ExternalId`; nil if it does not matter.
  package var externalID: String?
  package var extras: Set<Extra>
  /// The allowed subjects of an identity provider; nil if all are allowed.
  package var subjects: Set<String>?

  package init(
    _ principals: Set<String>, requiresMFA: Bool = false, externalID: String? = nil,
    extras: Set<Extra> = [], subjects: Set<String>? = nil
  ) {
    self.principals = principals
    self.requiresMFA = requiresMFA
    self.externalID = externalID
    self.extras = extras
    self.subjects = subjects
  }

  func allows(_ caller: Caller, usingMFA: Bool, externalID: String?) -> Bool {
    !principals.isDisjoint(with: caller.principals) && (usingMFA || !requiresMFA)
      && (self.externalID == nil || self.externalID == externalID)
  }

  func allows(_ provider: IdentityProvider, subject: String) -> Bool {
    principals.contains(provider.arn) && subjects?.contains(subject) != false
  }
}
