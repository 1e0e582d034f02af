import Accounts
import Canvas
import STS
import Shells
import Testing
@testable import Switchback

struct CheckTests {
  private func result(_ name: String, _ outcome: CheckResult.Outcome) -> CheckResult {
    let label = Label(displayName: name, color: .rgb(1, 2, 3))
    return CheckResult(
      entry: Entry(
        name: name, label: label, kind: .assumeRole, origin: Origin(file: "f", line: 1)),
      outcome: outcome)
  }

  private var results: [CheckResult] {
    let identity = CallerIdentity(account: "1", arn: "arn:aws:sts::1:assumed-role/A/s", userID: "u")
    return [
      result("dev", .works(identity)),
      result("production", .fails("AWS refused.\n  - trust policy\n  - external id")),
      result("ops", .needsLogin("Log in: switchback login corp")),
    ]
  }

  @Test func theTableNamesWhoWorksAndWhyOthersDoNot() {
    #expect(
      String(decoding: checkTable(results, nil), as: UTF8.self) == """
        dev         works        arn:aws:sts::1:assumed-role/A/s
        production  fails        AWS refused.
                - trust policy
                - external id
        ops         wants login  Log in: switchback login corp
        1 works, 1 wants login, 1 fails

        """)
  }

  @Test func onATerminalFailuresStandTogetherByCause() {
    let results =
      results + [result("staging", .fails("AWS refused.\n  - trust policy\n  - external id"))]
    #expect(
      String(
        decoding: checkTable(results, TableLook(columns: 50, colors: .unstyled)), as: UTF8.self)
          == """
          ENTRY       RESULT       IDENTITY
          dev         works        arn:aws:sts::1:assumed-r…
          production  fails
          staging     fails
              AWS refused.
                - trust policy
                - external id
          ops         wants login
              Log in: switchback login corp
          1 works, 1 wants login, 2 fail

          """)
  }

  @Test func asJSON() {
    let text = String(decoding: checkJSON(results), as: UTF8.self)
    #expect(text.contains("\"outcome\": \"works\""))
    #expect(text.contains("\"arn\": \"arn:aws:sts::1:assumed-role/A/s\""))
  }

  @Test func noEntriesAreNoFailure() async throws {
    let results = try await EntryChecker(Switcher(.stub())).results(of: [])
    #expect(results.isEmpty)
  }
}
