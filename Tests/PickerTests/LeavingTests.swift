import Canvas
import Picker
import Testing

struct LeavingTests {
  @Test(arguments: [
    ("<esc>", [Effect.leave(.cancelled)]), ("pro<esc>", []),
    ("pro<esc><esc>", [.leave(.cancelled)]),
    ("<ctrl-c>", [.leave(.cancelled)]), ("pro<ctrl-c>", [.leave(.cancelled)]),
    ("<ctrl-z>", [.suspend]),
    ("<ctrl-l>", [.redraw]),
  ])
  func stepsBackAndLeaves(keys: String, effects: [Effect]) throws {
    try expect(model(), typing: keys, asks: effects)
  }

  @Test func offersTheDemoWhereThereIsNothing() throws {
    let none = model([])
    try expect(
      none, typing: "abc<down><alt-1>",
      shows: """
          No usable AWS profiles yet.
            [profile production]
            role_arn = arn:aws:iam::111122223333:role/Admin
            [sso-session acme]
          Press Enter for a demo with a simulated AWS. No account needed.
         Enter try the demo   Esc quit   ? help
        """, size: Size(rows: 24, columns: 80))
    try expect(none, typing: "<enter>", asks: [.leave(.demo)])
    try expect(none, typing: "<esc>", asks: [.leave(.cancelled)])
  }
}
