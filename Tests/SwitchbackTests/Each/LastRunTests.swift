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
    let kept = last.choice(Choice())
    #expect(kept.policyARNs == ["arn:aws:iam::aws:policy/ReadOnlyAccess"] && kept.policy == "{}")
    var other = Choice()
    other.policyARNs = ["arn:aws:iam::aws:policy/ViewOnlyAccess"]
    #expect(last.choice(other) == other)
  }

  @Test func readOnlyStaysSo() {
    #expect(last(readOnly: true).choice(Choice()).isReadOnly)
    var choice = Choice()
    choice.isReadOnly = true
    #expect(last().choice(choice).isReadOnly)
  }
}
