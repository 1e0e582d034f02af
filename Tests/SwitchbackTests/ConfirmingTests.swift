import Accounts
import Canvas
import Testing
@testable import Switchback

struct ConfirmingTests {
  private let entry = Entry(
    name: "prod", label: Label(displayName: "Production", color: .rgb(1, 2, 3), confirm: true),
    kind: .assumeRole, origin: Origin(file: "f", line: 1))

  private func world(typing line: String?) -> World {
    var world = World.stub()
    world.prompter.ask = { _, _ in line }
    return world
  }

  @Test func theNameMustBeTyped() throws {
    try confirm(entry, given: nil, world(typing: "prod"))
    #expect(throws: CommandError.self) { try confirm(entry, given: nil, world(typing: "staging")) }
    #expect(throws: CommandError.cancelled) { try confirm(entry, given: nil, world(typing: nil)) }
  }

  @Test func itCanBeTypedAhead() throws {
    try confirm(entry, given: "prod", world(typing: nil))
    #expect(throws: CommandError.self) { try confirm(entry, given: "prd", world(typing: "prod")) }
  }

  @Test func withoutATerminalTheWayOutIsNamed() {
    var world = World.stub()
    world.prompter.ask = { _, _ in throw CommandError.input("no terminal") }
    #expect {
      try confirm(entry, given: nil, world)
    } throws: { "\($0)".contains("--confirm prod") }
  }

  @Test func othersAreNotAsked() throws {
    var plain = entry
    plain.label.confirm = false
    try confirm(plain, given: nil, world(typing: nil))
  }
}
