package import STS

/// A request that was answered, as a test or a log may see it.
package struct Call: Sendable, Hashable {
  package enum Verdict: Sendable, Hashable {
    /// Granted, to the caller of this ARN.
    case allowed(to: String)
    case refused(code: String)
  }

  /// As sent, such as `AssumeRole`; empty where none was named.
  package let operation: String
  /// All that was sent, with codes and tokens masked.
  package let parameters: [String: String]
  /// What the request was signed for; nil where it was not, or not legibly.
  package let scope: SigningScope?
  package let verdict: Verdict

  init(_ parameters: Parameters, scope: SigningScope?, verdict: Verdict) {
    operation = parameters["Action"] ?? ""
    self.parameters = parameters.withoutSecrets
    self.scope = scope
    self.verdict = verdict
  }
}
