import Canvas
import Picker
import Testing

struct HistoryTests {
  @Test func showsEverySwitchTheNewestFirst() throws {
    try expect(
      try opened(), typing: "",
      shows: """
         ❯  find a switch                                                                        5 switches
           When              Name                      Account        Role      How      Status
        ▸▌ today 22:13       Production, admin         111111111111   Admin     shell    running
        """)
  }

  @Test func isReadWhileTheListStays() throws {
    var model = model()
    try expect(model, typing: "<alt-h>", asks: [.readHistory])
    model = try expect(model, typing: "<alt-h>dev", asks: [.readHistory])
    #expect(!model.view(Size(rows: 24, columns: 100)).text.contains("reading"))
    #expect(model.update(.history(.isSlow)) == [])
    #expect(model.view(small).lines[0] == " ❯ dev             reading the history…")
    _ = model.update(read(fiveSwitches))
    #expect(model.words(small).contains("5 switches"))
    try expect(
      model, typing: "<esc>", shows: " ❯ dev                              1/3", size: small)
  }

  @Test func isAskedForOnce() throws {
    try expect(model(), typing: "<alt-h><alt-h>", asks: [.readHistory])
  }

  @Test func escDoesWithoutIt() throws {
    var model = try expect(model(), typing: "<alt-h><esc>", asks: [.readHistory])
    _ = model.update(read(fiveSwitches))
    #expect(model == PickerTests.model())
  }

  @Test func doesNotComeBetweenAPersonAndASwitch() throws {
    var calling = try typing("<alt-h><enter>", into: model()).model
    _ = calling.update(read(fiveSwitches))
    #expect(calling.words(small).contains("Assuming Admin"))
    try expect(
      calling, typing: "<esc>", shows: " ❯  find an account, a role, a regi…  3",
      asks: [.cancelCall], size: small)
  }

  @Test func saysWhyItCannotBeRead() throws {
    var model = try typing("<alt-h>", into: model()).model
    #expect(model.update(.history(.unreadable("It could not be read: \u{1B}[2Jno."))) == [])
    #expect(model.view(small).lines[9] == " It could not be read: no.")
    model = try expect(
      model, typing: "<down>", shows: "▸▌   Development               …111112", size: small)
    try expect(model, typing: "<alt-h>", asks: [.readHistory])
  }

  @Test(arguments: ["<esc>", "<alt-h>", "dev<esc><esc>"])
  func leadsBackToTheListAsItWas(keys: String) throws {
    let before = try typing("a<down>", into: model()).model
    #expect(try typing(keys, into: opened(over: before)).model == before)
  }

  @Test func ctrlCLeavesTheProgram() throws {
    try expect(try opened(), typing: "<ctrl-c>", asks: [.leave(.cancelled)])
  }

  @Test func saysSoWhereThereIsNone() throws {
    try expect(
      try opened([]), typing: "<enter><tab><ctrl-x><alt-X><alt-u>",
      shows: "   No switches yet.",
      asks: [.ring, .ring, .ring, .ring])
  }

  @Test func isReadAnewWhenADayIsOver() throws {
    var model = try opened()
    let midnight = 1_700_000_000 + 46 * 60 + 40
    #expect(model.update(.ticked(now: midnight - 1)) == [])
    #expect(model.update(.ticked(now: midnight)) == [.readHistory])
    #expect(model.update(.ticked(now: midnight + 1)) == [])
    model = try typing("<down><tab>", into: model).model
    _ = model.update(read([past(11, "dev", ago: 0)] + fiveSwitches, at: midnight + 1))
    try expect(
      model, typing: "",
      shows: """
         ❯  find a switch               1 marked  6 switches
           When        Name                    Account
         ▌ yesterday   dev                     111111111111
         ▌ yesterday   Production, admin       111111111111
        ✓▌ yesterday   Development             111111111112
        ▸  2023-11-13  Old CRM  gone           222222222222
        """, size: Size(rows: 12, columns: 53))
  }
}
