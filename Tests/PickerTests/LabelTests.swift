import Canvas
import Picker
import Testing

struct LabelTests {
  private let many = (0..<100).map { entry("e\($0)", "Entry \($0)") }

  private func screen(_ keys: String, rows: Int, _ model: Model) throws -> Model {
    var model = model
    _ = model.update(.resized(Size(rows: rows, columns: 80)))
    return try typing(keys, into: model).model
  }

  @Test func standOnTheRowsAndLeadToThem() throws {
    try expect(
      model(), typing: "<alt-j>",
      shows: """
         ▿ payments  2
        ▸▌ p Production, admin            111111111111   Admin                eu-central-1
         ▌ a Development                  111111111112   Admin                eu-central-1
         ▿ security  1
         ▌ s Audit                        111111111113   ReadOnly             eu-central-1
        """)
    for (label, name) in [("p", "prod"), ("a", "dev"), ("s", "audit")] {
      try expect(model(), typing: "<alt-j>" + label, asks: [.assume(entry: name, code: nil)])
    }
    try expect(model(), typing: "sec<alt-j>a", asks: [.assume(entry: "audit", code: nil)])
  }

  @Test(arguments: ["<esc>", "x", "<down>", "<enter>", "<tab>", "<alt-p>", "<space>"])
  func giveWayToAnyOtherKey(key: String) throws {
    try expect(model(), typing: "<alt-j>" + key)
    #expect(try typing("<alt-j>" + key, into: model()).model == model())
  }

  @Test func letGoOfTheProgramAsEver() throws {
    try expect(model(), typing: "<alt-j><ctrl-c>", asks: [.leave(.cancelled)])
    try expect(
      model(), typing: "<alt-j><ctrl-z>a",
      asks: [.suspend, .assume(entry: "dev", code: nil)])
    try expect(model(), typing: "zzz<alt-j>", asks: [.ring])
  }

  @Test func areOfTwoLettersWhereOneDoesNotDo() throws {
    let tall = Size(rows: 90, columns: 80)
    let rows = try screen("<alt-j>", rows: 90, model(many)).view(tall).lines.dropFirst(2)
    #expect(zip(rows, ["aa Entry 0", "as Entry 1"]).allSatisfy { $0.hasPrefix($1) })
    // Of the labels that begin with s only the second letters remain.
    var model = try screen("<alt-j>s", rows: 90, model(many))
    let left = model.view(tall).lines.filter { $0.contains("Entry") && !$0.hasPrefix(" ") }
    #expect(left.count == 27)
    #expect(model.update(.key(Key(.character("s")))) == [.assume(entry: "e27", code: nil)])
  }

  @Test func areOfOneCharacterOnAnyUsualScreen() throws {
    let last = "<alt-j>Q"
    var model = model(many)
    _ = model.update(.resized(Size(rows: 60, columns: 80)))
    try expect(model, typing: last, asks: [.assume(entry: "e45", code: nil)])
  }

  @Test func unfoldASection() throws {
    let folded = try typing("<alt-Z>", into: model()).model
    try expect(
      folded, typing: "<alt-j>",
      shows: """
        a▹ payments  2
        s▹ security  1
        """)
    let open = try expect(folded, typing: "<alt-j>s")
    try expect(open, typing: "<enter>", asks: [.assume(entry: "audit", code: nil)])
  }

  @Test func askForANameAsEnterDoes() throws {
    let careful = model([entry("a"), entry("b", confirm: true)])
    #expect(
      try typing("<alt-j>s", into: careful).model.words(Size(rows: 24, columns: 80))
        .contains("Type b to confirm."))
  }

  @Test func areSaidToBeThere() throws {
    let line = try typing("<alt-j>", into: model()).model.view(Size(rows: 24, columns: 80)).lines[0]
    #expect(line.hasSuffix("jump  3 entries"))
  }
}
