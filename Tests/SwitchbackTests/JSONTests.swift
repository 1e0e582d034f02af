import Foundation
import Testing
import Text

struct JSONTests {
  @Test func keepsTheOrderOfItsKeys() {
    let json = JSON.known(["b": .number(1), "a": .text("x"), "gone": nil, "c": .list([])])
    #expect(json.printed() == "{\n  \"b\": 1,\n  \"a\": \"x\",\n  \"c\": []\n}")
  }

  @Test(arguments: [
    "", "plain", "quote \" and \\", "two\nlines\t\r", "名前 é 🎉", "\u{1b}[31m", "\u{9b}x\u{202e}y",
    "\u{7f}",
    "\u{e0041}",
  ])
  func isReadBackAsItWas(_ text: String) throws {
    let printed = JSON.list([.text(text)]).printed()
    let read = try JSONDecoder().decode([String].self, from: Data(printed.utf8))
    #expect(read == [text])
  }

  @Test func carriesNoControlCharacterToATerminal() {
    let printed = JSON.text("a\u{1b}b\u{9d}c\u{202e}d\u{7f}e").printed()
    #expect(printed == #""a\u001bb\u009dc\u202ed\u007fe""#)
  }
}
