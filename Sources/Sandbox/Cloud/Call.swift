package import STS

/// A request that was answered, as a test or a log may see it.
package struct RecordedCall: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// Granted, to the caller of this ARN; to a person, a client or a machine where none is behind it.
    case allowed(to: String)
    case refused(code: String)
  }

  /// As AWS's own model names it, such as `AssumeRole` or `CreateToken`; empty where none was named.
  package let operation: String
  /// All that was sent, with codes and tokens masked; the members of lists as `name.member.1`.
  package let parameters: [String: String]
  /// What the request was signed for; nil where it was not, or not legibly.
  package let scope: SigningScope?
  package let verdict: Verdict

  init(
    _ operation: String, _ parameters: Parameters, scope: SigningScope?, verdict: Verdict
  ) {
    self.operation = operation
    self.parameters = parameters.withoutSecrets
    self.scope = scope
    self.verdict = verdict
  }
}
