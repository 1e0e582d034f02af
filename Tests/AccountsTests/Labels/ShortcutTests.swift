import Accounts
import Testing

struct ShortcutTests {
  @Test(arguments: ["p", "P", "1", "-", "ü", "本"])
  func isOneVisibleCharacter(text: String) {
    #expect(Character(shortcut: text) == text.first)
  }

  @Test(arguments: ["", "pp", " ", "\t", "\u{1B}", "\u{202E}", "\u{A0}"])
  func isNothingElse(text: String) {
    #expect(Character(shortcut: text) == nil)
  }
}
