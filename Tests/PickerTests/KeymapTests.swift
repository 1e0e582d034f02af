import Accounts
import Picker
import Testing

struct KeymapTests {
  /// The keymap of the lines of `keys:`, the first in line 2.
  private func keymap(_ lines: KeyValuePairs<String, String>) -> Keymap {
    Keymap(
      lines.enumerated().map { index, line in
        Settings.KeyBinding(
          key: line.key, action: line.value, origin: Origin(file: "config.yaml", line: index + 2))
      })
  }

  private func diagnostics(_ lines: KeyValuePairs<String, String>) -> [String] {
    keymap(lines).diagnostics.map { "\($0.origin.line): \($0.message)" }
  }

  @Test func aKeyInTwoLinesIsReportedWithBoth() {
    #expect(
      diagnostics(["f5": "down", "ctrl-t": "up", "<f5>": "up"]) == [
        "4: '<f5>' is for 'down' in line 2 already; this line, the last, is used."
      ])
  }

  @Test func aBuiltInKeyMayBeTakenWhereAnotherIsLeft() throws {
    let keymap = keymap(["ctrl-p": "last"])
    #expect(keymap.diagnostics == [])
    let model = Model(entries: three, now: 0, keymap: keymap)
    try expect(
      model, typing: "<ctrl-p><up><enter>", asks: [.assume(entry: "dev", code: nil)])
  }

  @Test func anActionLeftWithoutAKeyIsReported() {
    #expect(
      diagnostics(["ctrl-p": "last", "up": "first"]) == [
        "3: 'up' has no key left, since 'up' is for 'first'; give it another."
      ])
    #expect(diagnostics(["ctrl-p": "last", "up": "first", "ctrl-y": "up"]) == [])
  }

  @Test func aKeyStaysWhatItIsWhereItCannotClash() {
    // Tab marks in the list too, where there are no fields to go to.
    #expect(
      diagnostics(["tab": "previous-field"]) == [
        "2: 'next-field' has no key left, since 'tab' is for 'previous-field'; give it another."
      ])
  }
}
