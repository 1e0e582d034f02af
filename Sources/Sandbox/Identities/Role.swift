/// A role that some may assume.
package struct Role: Sendable, Hashable {
  /// With its path: `arn:aws:iam::111122223333:role/team/Admin`.
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

/// Who may assume a role, and on what conditions: the one statement that most trust policies have.
package struct TrustPolicy: Sendable, Hashable {
  /// What AssumeRole may carry beside, each an action of its own in a trust policy.
  package enum Extra: String, Sendable, Hashable {
    case tags = "sts:TagSession"
    case sourceIdentity = "sts:SetSourceIdentity"
  }

  /// ARNs of users, of roles, of role sessions, of identity providers, and of account roots, which stand for whole
  /// accounts.
  package var principals: Set<String>
  package var requiresMFA: Bool
  /// What `sts:ExternalId` must equal; nil where any will do, and none.
  package var externalID: String?
  package var extras: Set<Extra>
  /// Of those for whom a provider vouches, who is meant; nil where all are.
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
