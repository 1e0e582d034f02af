import Accounts
import Testing
@testable import Switchback

/// What limited the sessions of a run limits those of the run that goes on from it.
struct LastRunTests {
  private func last(readOnly: Bool = false, arns: [String]? = nil, policy: String? = nil) -> LastRun
  {
    LastRun(
      command: ["true"], failed: ["a"], readOnly: readOnly, policyARNs: arns, policy: policy)
  }

  @Test func itsPoliciesHoldUnlessOthersAreGiven() {
    let last = last(arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"], policy: "{}")
    let kept = last.options(SessionOptions())
    #expect(kept.policyARNs == ["arn:aws:iam::aws:policy/ReadOnlyAccess"] && kept.policy == "{}")
    var other = SessionOptions()
    other.policyARNs = ["arn:aws:iam::aws:policy/ViewOnlyAccess"]
    #expect(last.options(other) == other)
  }

  @Test func readOnlyStaysSo() {
    #expect(last(readOnly: true).options(SessionOptions()).isReadOnly)
    var options = SessionOptions()
    options.isReadOnly = true
    #expect(last().options(options).isReadOnly)
  }
}
