import Accounts
import Canvas
import Picker
import Testing

struct ConfirmingTests {
  private let guarded = model(
    [entry("prod", "Production", confirm: true), entry("dev")], recents: ["prod"])

  @Test(arguments: [
    ("<enter>prod<enter>", [Effect.assume(entry: "prod", code: nil)]),
    ("<alt-1>prod<enter>", [.assume(entry: "prod", code: nil)]),
    ("<enter>Production<enter>", [.assume(entry: "prod", code: nil)]),
    // A refused text is selected: typing replaces it, a motion keeps it.
    ("<enter>pro<enter>prod<enter>", [.ring, .assume(entry: "prod", code: nil)]),
    ("<enter>pro<enter><end>d<enter>", [.ring, .assume(entry: "prod", code: nil)]),
    ("<enter>pro<enter><backspace>prod<enter>", [.ring, .assume(entry: "prod", code: nil)]),
    ("<enter><enter>", [.ring]),
    ("<enter>PROD<enter>", [.ring]),
    ("<enter>prod<esc><esc>", [.leave(.cancelled)]),
    ("<enter><ctrl-c>", [.leave(.cancelled)]),
    ("<down><enter>", [.assume(entry: "dev", code: nil)]),
  ])
  func wantsTheNameTyped(keys: String, effects: [Effect]) throws {
    try expect(guarded, typing: keys, asks: effects)
  }

  @Test(arguments: [
    ("<enter>y<enter>", [Effect.assume(entry: "prod", code: nil)]),
    ("<enter>Yes<enter>", [.assume(entry: "prod", code: nil)]),
    ("<enter>n<enter><down><enter>", [.assume(entry: "dev", code: nil)]),
    ("<enter><enter><down><enter>", [.assume(entry: "dev", code: nil)]),
    ("<enter><esc><esc>", [.leave(.cancelled)]),
  ])
  func aQuestionIsAnsweredByAY(keys: String, effects: [Effect]) throws {
    var asking = entry("prod", "Production", confirm: true)
    asking.label.confirmsBriefly = true
    try expect(model([asking, entry("dev")], recents: ["prod"]), typing: keys, asks: effects)
    let words = try typing("<enter>", into: model([asking])).model.words(small)
    #expect(words.contains("Type y to confirm. Enter alone goes back."))
  }

  @Test func saysWhatToType() throws {
    func screen(_ keys: String) throws -> String {
      try typing(keys, into: guarded).model.view(Size(rows: 24, columns: 80)).text
    }
    #expect(try screen("<enter>").contains("Type Production or prod to confirm."))
    #expect(try screen("<enter>pr").contains("│ ❯ pr "))
    #expect(try screen("<enter>pr<enter>").contains("That doesn't match."))
    #expect(try screen("<enter>pr<enter>o").contains("That doesn't match.") == false)
  }
}
