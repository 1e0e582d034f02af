import Canvas
import Picker
import Testing

struct CallingTests {
  private func calling() throws -> Model { try typing("<enter>", into: model()).model }

  @Test func saysWhatIsBeingDoneAndForHowLong() throws {
    var call = try expect(
      model(), typing: "<enter>",
      shows: " Assuming Admin in 111111111111 …\n\n Esc cancel   Ctrl-C quit",
      asks: [.assume(entry: "prod", code: nil)])
    #expect(call.view(Size(rows: 24, columns: 80)).cursor == nil)
    #expect(call.update(.ticked(now: 1_700_000_004)) == [])
    try expect(call, typing: "", shows: " Assuming Admin in 111111111111 …  4 s")
    try expect(
      model([entry("keys", "Keys", role: nil)]), typing: "<enter>",
      shows: " Getting credentials for Keys …", asks: [.assume(entry: "keys", code: nil)])
  }

  @Test func namesTheRoleThatIsAskedForAndTheTry() throws {
    var call = try calling()
    #expect(call.update(.called(role: "Hub", account: "222222222222", attempt: 1)) == [])
    try expect(call, typing: "", shows: " Assuming Hub in 222222222222 …")
    for (attempt, words) in [(2, "2nd try"), (3, "3rd try"), (4, "4th try"), (12, "12th try")] {
      _ = call.update(.called(role: "Hub", account: "222222222222", attempt: attempt))
      try expect(call, typing: "", shows: " Assuming Hub in 222222222222 …  " + words)
    }
    _ = call.update(.ticked(now: 1_700_000_035))
    try expect(call, typing: "", shows: " Assuming Hub in 222222222222 …  12th try  35 s")
    _ = call.update(.called(role: "Admin", account: nil, attempt: 1))
    try expect(call, typing: "", shows: " Assuming Admin …  35 s")
  }

  @Test func saysWhatToPressInPlaceOfAnOptionOfTheCommandLine() throws {
    var failed = try calling()
    let reason =
      "Choose another with --region, or add --without-settings to go on without its labels."
    _ = failed.update(.failed(entry: "prod", reason))
    let words = failed.words(Size(rows: 24, columns: 100))
    #expect(words.contains("Choose another in the options (Ctrl-O), or quit and run"))
    #expect(words.contains("`switchback --without-settings` to go on"))
    #expect(!words.contains("--region"))
    let form = try typing("<ctrl-o>", into: failed).model
    #expect(form.words(Size(rows: 24, columns: 100)).contains("Region"))
  }

  @Test func escGivesUpAndLosesNothing() throws {
    let call = try typing("adm<down><enter>", into: model()).model
    let back = try expect(call, typing: "<esc>", shows: " ❯ adm", asks: [.cancelCall])
    try expect(back, typing: "<enter>", asks: [.assume(entry: "dev", code: nil)])
  }

  @Test func ctrlCLeavesDuringACall() throws {
    try expect(calling(), typing: "<ctrl-c>", asks: [.cancelCall, .leave(.cancelled)])
  }

  @Test func aCallThatIsGivenUpElsewhereLeadsBackToTheList() throws {
    var call = try typing("<f1>", into: calling()).model
    #expect(call.update(.callCancelled) == [.cancelCall])
    try expect(call, typing: "", shows: " ❯  find an account, a role, a region")
    #expect(call.update(.callCancelled) == [])
  }

  @Test func otherKeysWait() throws {
    try expect(
      calling(), typing: "abc<enter><down><alt-1>", shows: " Assuming Admin in 111111111111 …")
    try expect(calling(), typing: "<ctrl-z><ctrl-l>", asks: [.suspend, .redraw])
  }

  @Test func showsWhatItWaitsFor() throws {
    var call = try calling()
    #expect(
      call.update(.progress("Open https://example.com/device\nand enter ABCD-EFGH.\u{1B}[2J")) == []
    )
    let screen = try typing("", into: call).model.view(Size(rows: 24, columns: 80)).text
    #expect(screen.contains("│ Open https://example.com/device "))
    #expect(screen.contains("│ and enter ABCD-EFGH. "))
  }

  @Test func showsTheWholeFailureAndTriesAgain() throws {
    var failed = try calling()
    let reason = "AWS refused: AccessDenied. " + String(repeating: "Ask for trust. ", count: 9)
    #expect(failed.update(.failed(entry: "prod", reason)) == [])
    let screen = failed.view(Size(rows: 24, columns: 60)).text
    #expect(screen.contains("╭─ Could not switch to Production, admin "))
    #expect(
      screen.split(separator: "Ask for trust.").count == 10 || screen.contains("AccessDenied."))
    try expect(failed, typing: "<esc>", shows: " ❯  find an account, a role, a region")
    try expect(failed, typing: "<enter>", asks: [.assume(entry: "prod", code: nil)])
  }

  @Test func scrollsALongFailure() throws {
    var failed = try calling()
    let reason = (1...60).map { "line \($0)" }.joined(separator: "\n")
    #expect(failed.update(.failed(entry: "prod", reason)) == [])
    func text(_ keys: String) throws -> String {
      try typing(keys, into: failed).model.view(Size(rows: 24, columns: 60)).text
    }
    #expect(try text("").contains("line 1 "))
    #expect(try text("<end>").contains("line 60 "))
    #expect(try text("<end><up>").contains("line 60 "))
    #expect(try text("<pgdn>").contains("line 1 ") == false)
    #expect(try text("<pgdn><home>").contains("line 1 "))
  }

  @Test func ignoresWhatComesTooLate() throws {
    var given = try typing("<enter><esc>", into: model()).model
    let before = given
    #expect(given.update(.failed(entry: "prod", "no")) == [])
    #expect(given.update(.codeNeeded(entry: "prod", device: "phone", reason: .firstRequest)) == [])
    #expect(given.update(.progress("waiting")) == [])
    #expect(given == before)
    var other = try calling()
    #expect(other.update(.failed(entry: "dev", "no")) == [])
    let untouched = try calling()
    #expect(other == untouched)
  }
}
