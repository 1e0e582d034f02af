import Accounts
import Canvas
import Picker
import Testing

struct ForgettingTests {
  private let size = Size(rows: 10, columns: 60)

  @Test func takesTheSelectedSwitchAtOnce() throws {
    try expect(
      try opened(), typing: "<down><ctrl-x>",
      shows: """
         ❯  find a switch                                4 switches
         ▌ today 22:13       Production, admin        111111111111
        ▸  yesterday 17:13   Old CRM  gone            222222222222
        """, asks: [.forget([7])], size: size)
  }

  @Test func atTheEndTheCursorGoesUp() throws {
    try expect(
      try opened(), typing: "<end><ctrl-x><ctrl-x>",
      shows: "▸  yesterday 17:13   Old CRM  gone            222222222222",
      asks: [.forget([2]), .forget([4])], size: size)
  }

  @Test func takesTheMarkedOnesTogether() throws {
    try expect(
      try opened(), typing: "<tab><down><tab><up><ctrl-x>",
      shows: """
         ❯  find a switch                                3 switches
         ▌ today 03:13       Development              111111111112
        ▸  2023-11-11 23:13  Auditor                  333333333333
        """, asks: [.forget([9, 5])], size: size)
  }

  @Test func marksAllThatAreShownOrNone() throws {
    let marked = try typing("prod<alt-a>", into: opened()).model
    #expect(marked.words(size).contains("2 marked 2/5 switches"))
    #expect(!(try typing("<alt-a>", into: marked).model.words(size).contains("marked")))
    try expect(marked, typing: "<esc><ctrl-x>", asks: [.forget([9, 2])])
  }

  @Test func isTakenBackInTurn() throws {
    let both = [fiveSwitches[0], fiveSwitches[1]]
    try expect(
      try opened(), typing: "<ctrl-x><ctrl-x><alt-u>",
      shows: "▸▌ today 03:13       Development              111111111112",
      asks: [.forget([9]), .forget([7]), .restore([both[1]])], size: size)
    let back = try typing("<ctrl-x><ctrl-x><alt-u><alt-u>", into: opened()).model
    #expect(back.view(size) == (try opened().view(size)))
    try expect(back, typing: "<alt-u>", asks: [.ring])
  }

  @Test func isTakenBackAfterTheHistoryWasClosed() throws {
    var again = try typing("<ctrl-x><esc><alt-h>", into: opened()).model
    _ = again.update(read(Array(fiveSwitches.dropFirst())))
    again = try expect(
      again, typing: "<alt-u>", asks: [.restore([fiveSwitches[0]]), .readHistory])
    _ = again.update(read(fiveSwitches))
    #expect(again.words(size).contains("today 22:13 Production, admin"))
  }

  @Test func deletingAllAsksForAWord() throws {
    let asking = try expect(
      try opened(), typing: "prod<alt-X>",
      shows: """
          ╭─ Delete 2 switches? ─────────────────────────────────╮
          │ This deletes all matches. Type forget to confirm.    │
        """, size: Size(rows: 12, columns: 60))
    try expect(
      asking, typing: "all<enter>",
      shows: "  │ That doesn't match.                                  │",
      asks: [.ring], size: Size(rows: 12, columns: 60))
    try expect(
      asking, typing: "forget<enter>",
      shows: " ❯ prod                                        0/3 switches",
      asks: [.forget([9, 2])], size: size)
    try expect(
      asking, typing: "<esc><esc>",
      shows: " ❯  find a switch                                5 switches", size: size)
    let all = try typing("<alt-X>", into: opened()).model
    #expect(all.words(size).contains("This deletes your entire history."))
  }

  @Test func aFailureBringsThemBack() throws {
    var failed = try typing("<down><ctrl-x>", into: opened()).model
    #expect(failed.update(.history(.deletionFailed([7], "The history is read-only."))) == [])
    try expect(
      failed, typing: "",
      shows: """
         ❯  find a switch                                5 switches
        ▸▌ today 03:13       Development              111111111112
         The history is read-only.
        """, size: size)
    let after = try typing("<home>", into: failed).model
    #expect(after.view(size) == (try opened().view(size)))
    try expect(after, typing: "<alt-u>", asks: [.ring])
  }

  @Test func aRestorationThatFailsCanBeTriedAgain() throws {
    var failed = try typing("<down><ctrl-x><alt-u>", into: opened()).model
    _ = failed.update(.history(.restorationFailed([fiveSwitches[1]], "The disk is full.")))
    #expect(failed.words(size).hasPrefix("❯ find a switch 4 switches"))
    #expect(failed.words(size).hasSuffix("The disk is full."))
    try expect(failed, typing: "<alt-u>", asks: [.restore([fiveSwitches[1]])])
  }

  @Test func theListLearnsOfItWithTheCursorOnItsEntry() throws {
    var model = try opened(over: typing("<end>", into: model(recents: ["prod", "dev"])).model)
    var usage = Usage()
    usage.recents = ["dev"]
    usage.frecency = ["dev": Frecency(moment: 1)]
    #expect(model.update(.history(.usageChanged(usage))) == [])
    model = try typing("<esc>", into: model).model
    let lines = model.view(Size(rows: 20, columns: 80)).lines
    #expect(lines.contains { $0.hasPrefix(" ▌ 1 Development") })
    #expect(lines.contains { $0.hasPrefix("▸▌   Audit") })
    try expect(model, typing: "<alt-->", asks: [.assume(entry: "dev", code: nil)])
  }
}
