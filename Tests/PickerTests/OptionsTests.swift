import Accounts
import Canvas
import Picker
import Testing
import Text

struct OptionsTests {
  @Test func showsAFieldForEach() throws {
    try expect(
      model(), typing: "<ctrl-o>",
      shows: """
          ╭─ Options for Production, admin ──────────────────────────────────────────╮
          │                                                                          │
          │ ▸ Region           eu-central-1                                          │
          │   Duration         for example 90m or 12h                                │
          │   Session name                                                           │
          │   Source identity                                                        │
          │   Tags             KEY=VALUE, KEY=VALUE                                  │
          │   Read-only        no                                                    │
          │                                                                          │
          ╰──────────────────────────────────────────────────────────────────────────╯
         Enter switch   Esc back   F1 help   Tab next
        """, size: Size(rows: 24, columns: 80))
  }

  @Test func switchesWithWhatIsFilledIn() throws {
    let all = sessionOptions {
      $0.region = "eu-west-1"
      $0.durationSeconds = 5400
      $0.sessionName = "me@work"
      $0.sourceIdentity = "me"
      $0.tags = [
        SessionOptions.Tag("team", "a"), SessionOptions.Tag("cost", "x=y"),
        SessionOptions.Tag("none", ""),
      ]
      $0.isReadOnly = true
    }
    try expect(
      model(),
      typing: "<ctrl-o>eu-west-1<tab>90m<tab>me@work<down>me<tab>team=a,cost=x=y<space>none=<tab>y"
        + "<enter>",
      asks: [.assume(entry: "prod", code: nil, options: all)])
  }

  @Test(arguments: [
    ("<ctrl-o><enter>", sessionOptions { _ in }),
    ("<ctrl-o>eu-west-<shift-tab>1<enter>", sessionOptions { $0.region = "eu-west-1" }),
    (
      "<ctrl-o><tab>1h<up>eu-west-1<down><backspace>8m<left><backspace>6<enter>",
      sessionOptions { ($0.region, $0.durationSeconds) = ("eu-west-1", 960) }
    ),
    ("<ctrl-o><end>yn<space><enter>", readOnly),
    ("<ctrl-o><end><left><enter>", readOnly),
    ("<ctrl-o><end><right><left><enter>", sessionOptions { _ in }),
    ("<ctrl-o><f1><esc><enter>", sessionOptions { _ in }),
  ])
  func movesAndEdits(keys: String, chosen: SessionOptions) throws {
    try expect(
      model(), typing: keys, asks: [.assume(entry: "prod", code: nil, options: chosen)])
  }

  @Test(arguments: [
    ("EU", "A region cannot contain 'E', only a to z, digits and -, for example eu-central-1."),
    ("<tab>soon", "'soon' is not a duration; write e.g. 90m, 12h or 3600."),
    ("<tab>14m", "14m is too short; STS accepts 15m to 12h."),
    ("<tab>13h", "13h is too long; STS accepts 15m to 12h."),
    ("<tab><tab>x", "A session name has 2 to 64 characters; this has 1."),
    ("<tab><tab>é!", "A session name cannot contain 'é', only ASCII letters, digits and _+=,.@-."),
    (
      "<tab><tab><tab>aws:x",
      "A source identity cannot contain ':', only ASCII letters, digits and _+=,.@-."
    ),
    ("<end><up>team", "'team' is not a tag; write KEY=VALUE."),
    ("<end><up>=x", "'=x' is not a tag; write KEY=VALUE."),
    ("<end><up>a=!", "A tag's value cannot contain '!', only letters, digits and _.:/=+-@."),
    (
      "<end><up>a=1,A=2",
      "The tag 'a' is set more than once; upper and lower case are the same."
    ),
  ])
  func saysAtTheFieldWhatIsWrongAndLosesNothing(keys: String, message: String) throws {
    let wrong = try expect(model(), typing: "<ctrl-o>" + keys + "<enter>", asks: [.ring])
    #expect(wrong.words(Size(rows: 24, columns: 100)).contains(message + " ▸ "))
    #expect(wrong.words(small).contains(message.suffix(12) + " ▸ "))
    #expect(wrong.view(small).cursor != nil)
    let mended = try typing("<ctrl-u>", into: wrong).model
    #expect(!mended.words(Size(rows: 24, columns: 100)).contains(message))
    try expect(mended, typing: "<enter>", asks: [.assume(entry: "prod", code: nil)])
  }

  @Test(arguments: [
    (Entry.Kind.assumeRole, ["Region", "Duration", "Session name", "Source identity", "Tags"]),
    (.webIdentity, ["Region", "Duration", "Read-only"]),
    (.saml, ["Region", "Duration", "Read-only"]),
    (.sso, ["Region"]), (.staticKeys, ["Region"]), (.process, ["Region"]), (.login, ["Region"]),
  ])
  func offersWhatMakesSense(kind: Entry.Kind, fields: [String]) throws {
    let form = try typing("<ctrl-o>", into: model([entry("x", kind: kind)])).model
    let screen = form.view(Size(rows: 24, columns: 80)).text
    let all = ["Region", "Duration", "Session name", "Source identity", "Tags", "Read-only"]
    for field in all where kind != .assumeRole {
      #expect(screen.contains(" \(field)  ") == fields.contains(field), "\(field)")
    }
    #expect(fields.allSatisfy(screen.contains))
    #expect(screen.contains("its credentials are used as they are") == (fields == ["Region"]))
  }

  @Test func everyFieldIsReachedOnASmallScreen() throws {
    var form = try typing("<ctrl-o>", into: model()).model
    for label in ["Region", "Duration", "Session", "Source", "Tags", "Read-only"] {
      #expect(form.view(small).lines.contains { $0.contains("▸ " + label) }, "\(label)")
      #expect(form.view(small).cursor != nil)
      form = try typing("<tab>", into: form).model
    }
  }

  @Test func escGoesBackAndConfirmIsStillWanted() throws {
    try expect(
      model(), typing: "adm<ctrl-o>eu-west-1<esc>", shows: " ❯ adm")
    let guarded = model([entry("prod", confirm: true)])
    try expect(guarded, typing: "<ctrl-o>eu-west-1<enter><enter>", asks: [.ring])
    try expect(
      guarded, typing: "<ctrl-o>eu-west-1<enter>prod<enter>",
      asks: [.assume(entry: "prod", code: nil, options: sessionOptions { $0.region = "eu-west-1" })]
    )
    try expect(model(), typing: "zzz<ctrl-o>", asks: [.ring])
  }

  @Test func aFailedSwitchCanBeTriedWithOtherOptions() throws {
    var failed = try typing("<ctrl-o><tab>12h<enter>", into: model()).model
    _ = failed.update(.failed(entry: "prod", "The role allows an hour."))
    let long = sessionOptions { $0.durationSeconds = 43_200 }
    try expect(failed, typing: "<enter>", asks: [.assume(entry: "prod", code: nil, options: long)])
    try expect(
      failed, typing: "<ctrl-o><tab><ctrl-u>1h<enter>",
      asks: [
        .assume(entry: "prod", code: nil, options: sessionOptions { $0.durationSeconds = 3600 })
      ])
  }

  @Test(arguments: [
    ("3600", 3600), ("90m", 5400), ("1h", 3600), ("12h", 43_200), ("1h30m", 5400), ("2H 5s", 7205),
    ("", nil), ("h", nil), ("1", 1), ("-1", nil), ("+5m", nil), ("1m1h", nil), ("1h1h", nil),
    ("1d", nil), ("٣", nil), ("9999999999h", nil), ("1.5h", nil), ("60m90", nil),
  ])
  func readsSpansOfTime(text: String, seconds: Int?) {
    #expect(parseDuration(text) == seconds)
  }

  @Test func aDurationComesBackAsItCanBeTyped() throws {
    for typed in ["90m", "12h", "901s"] {
      var failed = try typing("<ctrl-o><tab>\(typed)<enter>", into: model()).model
      _ = failed.update(.failed(entry: "prod", "AWS refused."))
      let again = try typing("<ctrl-o>", into: failed).model.words(Size(rows: 24, columns: 80))
      #expect(again.contains("Duration \(typed) "))
    }
  }
}
