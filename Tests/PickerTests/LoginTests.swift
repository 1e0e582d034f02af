import Canvas
import Picker
import Testing

struct LoginTests {
  private let page = "https://d-1234567890.awsapps.com/start/#/device?user_code=ABCD-EFGH"
  private let long =
    "https://oidc.eu-central-1.amazonaws.com/authorize?response_type=code&client_id="
    + (100...150).map { "x\($0)" }.joined() + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A4%2F"

  private func waiting(_ notice: LoginNotice, after seconds: Int = 12) throws -> Model {
    var model = try typing("<enter>", into: model()).model
    #expect(model.update(.loginChanged(notice)) == [])
    #expect(model.update(.ticked(now: 1_700_000_000 + seconds)) == [])
    return model
  }

  @Test func showsTheCodeAndWhereItGoes() throws {
    try expect(
      waiting(.code(userCode: "ABCD-EFGH", page: page)), typing: "",
      shows: """
          ╭─ Production, admin ──────────────────────────────────────────────────────╮
          │                                                                          │
          │ Log in to Identity Center with this code,                                │
          │                                                                          │
          │     ABCD-EFGH                                                            │
          │                                                                          │
          │ on any device, at                                                        │
          │ https://d-1234567890.awsapps.com/start/#/device?user_code=ABCD-EFGH      │
          │                                                                          │
          │ waiting for your approval, 12 s                                          │
          ╰──────────────────────────────────────────────────────────────────────────╯
         Esc cancel   Ctrl-C quit
        """, size: Size(rows: 24, columns: 80))
  }

  @Test func showsAllOfItOnASmallScreen() throws {
    try expect(
      waiting(.code(userCode: "ABCD-EFGH", page: page)), typing: "",
      shows: """
        Log in to Identity Center with this
        code,
            ABCD-EFGH
        on any device, at
        https://d-1234567890.awsapps.com/start/#
        /device?user_code=ABCD-EFGH
        waiting for your approval, 12 s
         Esc cancel   Ctrl-C quit
        """, size: small)
  }

  @Test(arguments: [Size(rows: 24, columns: 80), small, Size(rows: 8, columns: 20)])
  func noAddressIsEverCut(size: Size) throws {
    var model = try waiting(.browser(url: long))
    _ = model.update(.resized(size))
    var seen = ""
    for _ in 0..<40 {
      for line in model.view(size).lines {
        let text = line.filter { $0 != "│" && $0 != " " }
        if long.contains(text), !seen.contains(text) { seen += text }
      }
      model = try typing("<down>", into: model).model
    }
    #expect(seen == long, "\(model.view(size).text)")
    #expect(model.words(size).contains("waiting for your approval, 12 s"))
  }

  @Test func saysThatThereIsMoreOfIt() throws {
    let model = try waiting(.browser(url: long + long))
    try expect(
      model, typing: "",
      shows: "waiting for your approval, 12 s\n Esc cancel   PgDn more   Ctrl-C quit", size: small)
    #expect(!model.view(Size(rows: 30, columns: 80)).text.contains("PgDn more"))
  }

  @Test func saysThatAnotherProgramLogsIn() throws {
    let screen = try waiting(.waitingForAnother, after: 3).view(Size(rows: 24, columns: 80)).text
    #expect(screen.contains("Another program is logging in to Identity Center."))
    #expect(screen.contains("waiting for it, 3 s"))
  }

  @Test func escGivesUpAndEnterWaits() throws {
    let model = try waiting(.code(userCode: "ABCD-EFGH", page: page))
    try expect(model, typing: "x<enter><down>")
    try expect(
      model, typing: "<esc>", shows: " ❯  find an account, a role, a region",
      asks: [.cancelCall])
    try expect(model, typing: "<ctrl-c>", asks: [.cancelCall, .leave(.cancelled)])
  }

  @Test func whatIsSaidStandsBesideTheLoginUntilItIsDone() throws {
    var model = try waiting(.waitingForAnother)
    let size = Size(rows: 24, columns: 80)
    #expect(model.update(.progress("The session is cut to an hour.")) == [])
    #expect(model.view(size).text.contains("Another program is logging in"))
    #expect(model.view(size).text.contains("The session is cut to an hour."))
    #expect(model.update(.progress("")) == [])
    #expect(!model.view(size).text.contains("Another program is logging in"))
    #expect(!model.view(size).text.contains("╭"))
  }

  @Test func aNoticeThatComesTooLateIsIgnored() throws {
    var given = try typing("<enter><esc>", into: model()).model
    let before = given
    #expect(given.update(.loginChanged(.browser(url: long))) == [])
    #expect(given == before)
  }

  @Test func aCodeIsSeenThoughHelpWasOpen() throws {
    var model = try typing("<enter><f1>", into: model()).model
    _ = model.update(.loginChanged(.code(userCode: "ABCD-EFGH", page: page)))
    #expect(model.view(Size(rows: 24, columns: 80)).text.contains("    ABCD-EFGH"))
  }
}
