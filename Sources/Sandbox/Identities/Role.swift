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
