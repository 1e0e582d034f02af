import Canvas
import Testing

struct KeyTests {
  @Test(arguments: [
    ("a", Key(.character("a")), "a"),
    ("é", Key(.character("é")), "é"),
    ("<ctrl-c>", Key(.character("c"), .control), "Ctrl-C"),
    ("<alt-1>", Key(.character("1"), .alt), "Alt-1"),
    ("<alt-->", Key(.character("-"), .alt), "Alt--"),
    ("<alt-lt>", Key(.character("<"), .alt), "Alt-<"),
    ("<ctrl-alt-x>", Key(.character("x"), [.control, .alt]), "Ctrl-Alt-X"),
    ("<shift-tab>", Key(.tab, .shift), "Shift-Tab"),
    ("<f12>", Key(.function(12)), "F12"),
    ("<lt>", Key(.character("<")), "<"),
    ("<space>", Key(.character(" ")), "Space"),
    ("<pgdn>", Key(.pageDown), "PgDn"),
    ("<enter>", Key(.enter), "Enter"),
  ])
  func isWrittenAndRead(notation: String, key: Key, label: String) {
    #expect(Key(notation: notation) == key)
    #expect(key.notation == notation)
    #expect(key.label == label)
  }

  @Test(arguments: ["", "ab", "<>", "<nonsense>", "<f99>", "<ctrl->", "<ctrl", "<ctrl-nonsense>"])
  func refusesWhatIsNoKey(notation: String) {
    #expect(Key(notation: notation) == nil)
  }

  @Test func readsKeysInARow() {
    #expect(Key.keys("a<down><lt>")?.map(\.notation) == ["a", "<down>", "<lt>"])
    #expect(Key.keys("a<oops") == nil)
  }
}
