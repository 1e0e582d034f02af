import Picker
import Testing

/// The picker while entries are marked for a command.
struct ChoosingManyTests {
  private var choosing: Model {
    var model = model(recents: ["audit"])
    model.purpose = .each("aws s3 ls")
    return model
  }

  @Test func saysWhatForAndWhichKeys() throws {
    try expect(
      choosing, typing: "<up>",
      shows: """
         Mark the entries to run aws s3 ls as
         Enter run as this entry   Esc quit   ? help   F2 actions   Tab mark   Alt-a mark all
        """)
    try expect(
      choosing, typing: "<tab>",
      shows:
        " Enter run as 1 marked   Esc quit   ? help   F2 actions   Tab mark   Alt-a mark all")
  }

  @Test(arguments: [
    ("<tab><tab><enter>", ["prod", "audit"]), ("pay<alt-a><enter>", ["prod", "dev"]),
    ("pay<alt-a><esc>aud<enter>", ["prod", "dev"]), ("aud<enter>", ["audit"]),
    ("<ctrl-g>p<enter>", ["prod"]), ("<alt-1><ctrl-g>p<enter>", ["prod", "audit"]),
  ])
  func enterChoosesTheMarkedElseTheSelected(keys: String, names: [String]) throws {
    try expect(choosing, typing: keys, asks: [.leave(.chosen(names))])
  }

  @Test(arguments: ["<alt-r>", "<ctrl-o>", "<alt-h>", "zzz<enter>"])
  func whatOnlySwitchesRings(keys: String) throws {
    try expect(choosing, typing: keys, asks: [.ring])
  }

  @Test func escLeavesAsEver() throws {
    try expect(choosing, typing: "<tab><esc>", asks: [.leave(.cancelled)])
  }
}
