import Accounts
import Canvas
import Picker
import Testing
import Text

struct DetailsSizeTests {
  private static let hostile = [
    "a\u{1B}]0;OWNED\u{7}b", "a\u{9B}31mb\u{9D}0;OWNED\u{9C}", "two\r\nlines\n", "\u{202E}dorp",
    "名前 é ok 👩\u{200D}💻", "", String(repeating: "long ", count: 400),
    "e" + String(repeating: "\u{301}", count: 40), String(repeating: "界", count: 90),
  ]

  /// Details in which all texts are the same.
  private static func details(_ text: String) -> Details {
    let step = Details.Step(
      .assumeRole, profile: text, roleARN: text, mfaDevice: text, externalID: text, duration: .max,
      facts: [Details.Fact("Tags", text)])
    return Details(
      chain: .steps(
        [Details.Step(.sso, profile: text), step, step], sts: Details.STS(url: text, region: text)),
      uses: [
        Details.Use(at: Moment(.max / 2, offset: 0), how: .each, exitStatus: .min),
        Details.Use(at: Moment(.min / 2, offset: 0), how: .export),
      ], useCount: .max)
  }

  @Test(arguments: hostile)
  func showNothingThatATerminalActsOn(text: String) throws {
    var odd = entry(text, text, account: text, role: text, region: text, group: text)
    odd.origin = Origin(file: text, line: 3)
    odd.login = text
    for size in [usual, wide, Size(rows: 40, columns: 60)] {
      for details in [Self.details(text), Details(chain: .broken(text))] {
        var model = model([odd]).described(size, details, of: text)
        _ = model.update(.sessionsLoaded(sessions: [:], loggedOut: [text]))
        #expect(model.wantsDetails == nil)
        for keys in ["", "<shift-down><shift-down><shift-down>", "<alt-c>", "<alt-y>", "<alt-l>"] {
          let frame = try typing(keys, into: model).model.view(size)
          #expect(frame.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.columns != nil })
          #expect(!frame.text.contains("OWNED"))
          #expect(frame.lines.allSatisfy { $0.columns <= size.columns })
        }
      }
    }
  }

  @Test(arguments: [24, 30, 50], [Details?.none, .fourHops, .broken, details("界 long/er: text ")])
  func fitEveryWidth(rows: Int, details: Details?) throws {
    for columns in 0...160 {
      let size = Size(rows: rows, columns: columns)
      var model = model()
      _ = model.update(.resized(size))
      if let details { _ = model.update(.detailsLoaded(entry: "prod", details)) }
      let scrolled = try typing("<shift-down><shift-down>", into: model).model
      for frame in [model.view(size), scrolled.view(size)] {
        #expect(frame.lines.allSatisfy { $0.columns <= columns })
      }
    }
  }

  @Test func theListIsNeverDrawnOver() throws {
    let list = model().view(wide).lines.map { $0.prefix { $0 != "│" } }
    let described = model().described(wide, Self.details("界long/er: text ")).view(wide)
    #expect(described.lines.map { $0.prefix { $0 != "│" } } == list)
  }

  @Test func areInASCIIWhereNothingElseCanBeDrawn() {
    let plain = Model(entries: three, now: 1_700_000_000, look: Look(ascii: true))
    for size in [usual, wide] {
      let text = plain.described(size).view(size).text
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
      #expect(
        !text.replacing("switchrole?", with: "").replacing("? help", with: "").contains("?"),
        "\(text)")
    }
    #expect(plain.described(usual).view(usual).text.contains("(base) -> Hub -> Unit -> Team"))
  }
}
