import Accounts
import Canvas
import Picker
import Testing

/// Fields, states and pasted text in the picker's query.
struct QueryFieldsTests {
  private let entries: [Entry] = [
    entry("prod", "Production, admin", account: "222233334444", confirm: true),
    sso("corp-a", "corp"), sso("corp-b", "corp"), sso("shop", "shop"),
    entry("audit", "Audit", account: "222233334444", role: "ReadOnly", readOnly: true),
  ]

  private func names(_ model: Model) -> [String] {
    let lines = model.view(Size(rows: 24, columns: 100)).lines
    return ["Production, admin", "corp-a", "corp-b", "shop", "Audit"].filter { name in
      lines.dropFirst().contains { $0.contains(" \(name) ") }
    }
  }

  @Test func fieldsAreCalledAsTheirColumnsAre() throws {
    #expect(names(try typing("account:2222", into: model(entries)).model).count == 2)
    #expect(names(try typing("Account:2222 Role:read", into: model(entries)).model) == ["Audit"])
    #expect(names(try typing("name:Prod", into: model(entries)).model) == ["Production, admin"])
    #expect(names(try typing("session:shop", into: model(entries)).model) == ["shop"])
  }

  @Test func whatNeedsALoginIsFoundOnceThatIsKnown() throws {
    var model = try typing("is:login", into: model(entries)).model
    #expect(names(model) == [])
    #expect(model.update(.sessionsLoaded(sessions: [:], loggedOut: ["corp"])) == [])
    #expect(names(model) == ["corp-a", "corp-b"])
    model = try typing("<down>", into: model).model
    _ = model.update(
      .sessionsLoaded(sessions: ["corp-a": 1_700_000_600], loggedOut: ["corp", "shop"]))
    #expect(names(model) == ["corp-b", "shop"])
    try expect(model, typing: "<enter>", asks: [.assume(entry: "corp-b", code: nil)])
    _ = model.update(.sessionsLoaded(sessions: [:], loggedOut: []))
    try expect(model, typing: "", shows: " ❯ is:login\n   Nothing matches. Esc clears the query.")
  }

  @Test func whatIsPinnedIsFoundAsItIsPinned() throws {
    var model = try typing("<down><alt-i>is:pin", into: model(entries)).model
    #expect(names(model) == ["corp-a"])
    model = try typing("<alt-i>", into: model).model
    #expect(names(model) == [])
  }

  @Test func recentOnesAndBrokenOnesAreFound() throws {
    var broken = entries
    broken[3].trouble = .unusable
    let model = model(broken, recents: ["audit"])
    #expect(names(try typing("is:recent", into: model).model) == ["Audit"])
    #expect(names(try typing("is:broken", into: model).model) == ["shop"])
    #expect(names(try typing("is:ro", into: model).model) == ["Audit"])
    #expect(names(try typing("is:confirm | is:broken", into: model).model).count == 2)
  }

  @Test func anUnknownFieldIsSaidWhereNothingMatches() throws {
    try expect(
      model(entries), typing: "acount:2222",
      shows: """
         ❯ acount:2222
           Nothing matches. Esc clears the query.
           There is no field 'acount'; did you mean 'account:'?
        """)
    try expect(
      model(entries), typing: "is:brokn",
      shows: "   There is no state 'brokn'; did you mean 'is:broken'?")
  }

  @Test func anUnknownFieldIsSaidInPlaceOfTheKeysWhereSomethingMatches() throws {
    let words = " There is no field 'x'; there are name:"
    func footer(_ keys: String, _ entries: [Entry]) throws -> String {
      try typing(keys, into: model(entries)).model.view(Size(rows: 24, columns: 100)).lines.last
        ?? ""
    }
    let colons = entries + [entry("b:x:p"), entry("y:q")]
    #expect(try footer("x:p | audit", colons).hasPrefix(words))
    #expect(try !footer("y:q", colons).contains("There is no field"))
  }

  @Test func anythingPastedFindsTheEntriesOfItsAccount() throws {
    func pasted(_ text: String) -> Model {
      var model = model(entries)
      #expect(model.update(.pasted(text)) == [])
      return model
    }
    let assumed = "arn:aws:sts::222233334444:assumed-role/ReadOnly/jane"
    #expect(names(pasted("2222-3333-4444\n")) == ["Production, admin", "Audit"])
    #expect(names(pasted("arn:aws:lambda:eu-west-1:222233334444:function:x")).count == 2)
    #expect(names(pasted(assumed)) == ["Audit"])
    #expect(
      names(
        pasted("https://signin.aws.amazon.com/switchrole?account=222233334444&roleName=ReadOnly"))
        == ["Audit"])
    try expect(
      pasted(assumed.replacing("ReadOnly", with: "Other")), typing: "",
      shows: "   No entry has the account 222233334444 with the role Other.")
  }

  @Test func theHistorySaysItToo() throws {
    let text = try typing("group:x", into: opened()).model.words(Size(rows: 24, columns: 100))
    #expect(text.contains("Nothing matches. Esc clears the query. There is no field 'group'"))
    let found = try typing("account:3333", into: opened()).model
    #expect(found.view(Size(rows: 24, columns: 80)).lines[0].hasSuffix(" 1/5 switches"))
  }
}

private func sso(_ name: String, _ login: String) -> Entry {
  var made = entry(name, account: "333344445555", role: "View", kind: .sso)
  made.login = login
  return made
}
