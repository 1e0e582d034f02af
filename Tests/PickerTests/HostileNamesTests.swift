import Canvas
import Picker
import Testing
import Text

struct HostileNamesTests {
  /// Hostile names of every kind that a terminal or a shell acts on.
  private static let names = [
    "$(touch X)", "`touch X`", "%{\u{1B}[31m%}", "a\u{1B}]0;OWNED\u{7}b",
    "a\u{1B}[8mhidden\u{1B}[2Jgone",
    "a\u{9B}31mb\u{9D}0;OWNED\u{9C}", "a\u{1}\u{2}b\u{7}\u{8}\u{7F}c", "two\r\nlines\n",
    "abc\u{202E}dcba\u{2066}x\u{200B}", "\u{1B}P+q544e\u{1B}\\dcs", "名前 é ok", "👩\u{200D}💻",
    "\u{200B}", "",
    "e\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}", String(repeating: "long ", count: 400),
  ]

  @Test(arguments: names)
  func showsNothingThatATerminalActsOn(name: String) throws {
    var model = model([
      entry(name, name, account: name, role: name, region: name, group: name, confirm: true)
    ])
    for keys in ["", "<enter>", "<esc><f1>", "<f1><ctrl-o>", "<esc><alt-r>"] {
      let frame = try typing(keys, into: model).model.view(Size(rows: 24, columns: 100))
      #expect(frame.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.columns != nil })
      #expect(!frame.text.contains("OWNED"))
      #expect(frame.lines.allSatisfy { $0.columns <= 100 })
    }
    _ = model.update(.failed(entry: name, name))
  }

  @Test(arguments: names)
  func aLoginShowsNothingThatATerminalActsOn(text: String) throws {
    var call = try typing("<enter>", into: model()).model
    for notice in [LoginNotice.code(userCode: text, page: text), .browser(url: text)] {
      #expect(call.update(.loginChanged(notice)) == [])
      for size in [Size(rows: 24, columns: 100), small, Size(rows: 2, columns: 3)] {
        let frame = call.view(size)
        #expect(frame.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.columns != nil })
        #expect(!frame.text.contains("OWNED"))
      }
    }
  }

  @Test func aLinkIsShownByItsRoleNotByTheNameThatItGives() throws {
    var pasted = model()
    let link = "https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=Admin"
    #expect(pasted.update(.pasted(link + "&displayName=Sandbox%1B%5B2J")) == [])
    let asked = try typing("<enter>", into: pasted).model.view(Size(rows: 24, columns: 80)).text
    #expect(asked.contains("Assume Admin in 222222222222 from which entry?"))
    #expect(!asked.contains("Sandbox"))
  }

  @Test func asksForTheEntryByItsNameAsItIs() throws {
    let name = "a\u{1B}[31mb\u{200B}"
    try expect(model([entry(name)]), typing: "<enter>", asks: [.assume(entry: name, code: nil)])
  }

  @Test func findsTheEntryByWhatIsShown() throws {
    try expect(
      model([entry("x", "one\u{200B}two")]), typing: "onetwo<enter>",
      asks: [.assume(entry: "x", code: nil)])
  }
}
