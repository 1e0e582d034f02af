import Accounts
import Canvas
import Shells
import Synchronization
import Testing
import Text
@testable import Switchback

/// What is asked before a command is run as entries that need confirmation.
struct ConfirmTogetherTests {
  @Test(arguments: [60, 70, 80])
  func theEntriesFitTheTerminal(columns: Int) throws {
    let entries = (1...3).map { number in
      let label = Label(
        displayName: "Payments production, administrator number \(number)",
        color: .rgb(209, 50, 18), group: "payments", confirm: true)
      return Entry(
        name: "payments-production-\(number)", label: label, kind: .staticKeys,
        accountID: "11111111111\(number)", origin: Origin(file: "f", line: 1))
    }
    let told = Mutex("")
    var world = World.stub()
    world.errorLook = { TableLook(columns: columns, colors: .unstyled) }
    world.prompter = Prompter(
      isPossible: { true }, ask: { _, _ in "3" }, show: { text in told.withLock { $0 += text } })
    try confirmBatch(entries, toRun: ["true"], given: nil, world)
    let lines = told.withLock { $0 }.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.columns <= columns }, "\(lines)")
    #expect(lines[1].hasPrefix("  NAME") && lines[2].hasPrefix("  payments-production-1"))
  }
}
