import Canvas
import Picker
import Testing

struct MarkingTests {
  private func count(_ keys: String, _ model: Model = model()) throws -> String {
    let line = try typing(keys, into: model).model.view(Size(rows: 24, columns: 80)).lines[0]
    return line.split(separator: " ").suffix(4).joined(separator: " ")
  }

  @Test func marksAndGoesOn() throws {
    try expect(
      model(), typing: "<tab><tab>",
      shows: """
        ✓▌ p Production, admin            111111111111   Admin                eu-central-1
        ✓▌   Development                  111111111112   Admin                eu-central-1
        ▸▌   Audit                        111111111113   ReadOnly             eu-central-1
        """)
    try expect(
      model(), typing: "<end><shift-tab><shift-tab>",
      shows: """
        ▸▌ p Production, admin            111111111111   Admin                eu-central-1
        ✓▌   Development                  111111111112   Admin                eu-central-1
        ✓▌   Audit                        111111111113   ReadOnly             eu-central-1
        """)
  }

  @Test(arguments: [
    ("<tab>", "1 marked 3 entries"), ("<tab><up><tab>", "a region 3 entries"),
    ("<alt-a>", "3 marked 3 entries"),
    ("<alt-a><alt-a>", "a region 3 entries"), ("pay<alt-a>", "pay 2 marked 2/3"),
    ("pay<alt-a><esc>", "2 marked 3 entries"), ("pay<alt-a><esc>sec<alt-a>", "sec 3 marked 1/3"),
    ("<tab><alt-a>", "3 marked 3 entries"), ("<tab><alt-Z><alt-Z>", "1 marked 3 entries"),
    ("<tab><alt-s><alt-g>", "1 marked 3 entries"),
    ("<tab><f2>all marks<enter>", "a region 3 entries"),
    ("<alt-Z><tab>", "2 marked 3 entries"), ("<alt-Z><tab><up><tab>", "a region 3 entries"),
  ])
  func counts(keys: String, words: String) throws {
    #expect(try count(keys) == words)
  }

  @Test func ringsWhereThereIsNothingToMark() throws {
    try expect(model(), typing: "zzz<tab><alt-a>", asks: [.ring, .ring])
  }

  @Test(arguments: [
    ("<tab><enter>", ["prod"]), ("<down><tab><up><up><tab><enter>", ["prod", "dev"]),
    ("pay<alt-a><esc>aud<enter>", ["prod", "dev"]), ("<tab><ctrl-g>a<enter>", ["prod", "dev"]),
  ])
  func enterAsksForACommandToRunAsThem(keys: String, names: [String]) throws {
    try expect(
      model(), typing: keys + "aws s3 ls<enter>",
      asks: [.readLastCommand, .leave(.run(command: "aws s3 ls", entries: names))])
  }

  @Test func noSingleEntryIsTakenWhileOthersAreMarked() throws {
    let recent = model(recents: ["audit", "dev"])
    for key in ["<alt-1>", "<alt-->", "<alt-r>", "<ctrl-o>"] {
      let after = try expect(recent, typing: "<tab>" + key, asks: [.ring])
      #expect(after.words(Size(rows: 24, columns: 100)).contains("1 marked: Enter runs a command"))
    }
    try expect(recent, typing: "<tab><ctrl-g>2", asks: [])
  }

  @Test func escTakesTheMarksAwayBeforeItLeaves() throws {
    try expect(
      model(), typing: "<tab><tab>",
      shows:
        " Enter run a command as the 2 marked   Esc unmark   ? help   F2 actions   Tab mark   Alt-a mark all"
    )
    try expect(model(), typing: "pay<tab><esc><esc><esc>", asks: [.leave(.cancelled)])
    try expect(model(), typing: "<tab><esc><enter>", asks: [.assume(entry: "dev", code: nil)])
  }

  @Test func offersTheLastCommandToBeTypedOver() throws {
    var prompt = try typing("<tab><enter>", into: model()).model
    #expect(prompt.update(.lastCommand("aws s3 ls")).isEmpty)
    try expect(
      prompt, typing: "<enter>", asks: [.leave(.run(command: "aws s3 ls", entries: ["prod"]))])
    try expect(
      prompt, typing: "id<enter>", asks: [.leave(.run(command: "id", entries: ["prod"]))])
    try expect(
      prompt, typing: "<end>/<enter>",
      asks: [.leave(.run(command: "aws s3 ls/", entries: ["prod"]))])
    try expect(prompt, typing: "<backspace><enter>", asks: [.ring])
    var typed = try typing("x", into: typing("<tab><enter>", into: model()).model).model
    #expect(typed.update(.lastCommand("aws s3 ls")).isEmpty)
    try expect(typed, typing: "<enter>", asks: [.leave(.run(command: "x", entries: ["prod"]))])
  }

  @Test func saysAsWhatTheCommandRuns() throws {
    let confirmed = model([entry("a", "Alpha", confirm: true), entry("b", "Beta")])
    let words = try typing("<alt-a><enter>ls", into: confirmed).model
      .words(Size(rows: 24, columns: 80))
    #expect(words.contains("Run a command as 2 entries"))
    #expect(words.contains("Alpha Beta 1 of them requires confirmation"))
    #expect(words.contains("❯ ls") && words.contains("Enter run Esc back"))
  }
}
