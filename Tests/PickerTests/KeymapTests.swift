import Accounts
import Picker
import Testing

struct KeymapTests {
  /// The keymap of the lines of `keys:`, the first in line 2.
  private func keymap(_ lines: KeyValuePairs<String, String>, vi: Bool = false) -> Keymap {
    Keymap(
      lines.enumerated().map { index, line in
        Settings.KeyBinding(
          key: line.key, action: line.value, origin: Origin(file: "config.yaml", line: index + 2))
      }, vi: vi)
  }

  private func diagnostics(
    _ lines: KeyValuePairs<String, String>, vi: Bool = false
  ) -> [String] {
    keymap(lines, vi: vi).diagnostics.map { "\($0.origin.line): \($0.message)" }
  }

  @Test func aKeyInTwoLinesIsReportedWithBoth() {
    #expect(
      diagnostics(["f5": "down", "ctrl-t": "up", "<f5>": "up"]) == [
        "4: '<f5>' is bound to 'down' in line 2 already; the last line is used."
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
        "3: 'up' has no key left, since 'up' is bound to 'first'; bind another key to it."
      ])
    #expect(diagnostics(["ctrl-p": "last", "up": "first", "ctrl-y": "up"]) == [])
  }

  @Test func aKeyStaysWhatItIsWhereItCannotClash() {
    // In the list, where there are no fields, Tab still marks.
    #expect(
      diagnostics(["tab": "previous-field"]) == [
        "2: 'next-field' has no key left, since 'tab' is bound to 'previous-field'; bind another key to it."
      ])
  }

  @Test func aKeyThatTerminalsSendAsAnotherIsReported() {
    #expect(
      diagnostics(["ctrl-i": "pin", "ctrl-m": "pin"]) == [
        "2: A terminal sends 'ctrl-i' as tab; bind that, or another key.",
        "3: A terminal sends 'ctrl-m' as enter; bind that, or another key.",
      ])
    let shifted = Model(entries: three, now: 0, keymap: keymap(["alt-shift-q": "quit"]))
    #expect(throws: Never.self) {
      try expect(shifted, typing: "<alt-Q>", asks: [.leave(.cancelled)])
    }
  }

  @Test func aBareKeyIsForViMode() throws {
    let own: KeyValuePairs = ["x": "read-only", "j": "quit", "w": "next-field"]
    #expect(
      diagnostics(own)
        == (2...4).map { line in
          let key = ["x", "j", "w"][line - 2]
          return "\(line): '\(key)' always types itself, steps back or quits; choose another key."
        })
    #expect(
      diagnostics(own, vi: true) == [
        "4: 'w' types text wherever 'next-field' applies; choose another key."
      ])
    let model = Model(entries: three, now: 0, keymap: keymap(own, vi: true))
    try expect(model, typing: "x", asks: [.assume(entry: "prod", code: nil, options: readOnly)])
    try expect(model, typing: "j", asks: [.leave(.cancelled)])
    try expect(model, typing: "?j<down>", asks: [])
    try expect(model, typing: "/xj", asks: [])
  }

  @Test func clashesInViModeAreReported() {
    #expect(
      diagnostics(["x": "pin", "<x>": "sort"], vi: true) == [
        "3: '<x>' is bound to 'pin' in line 2 already; the last line is used."
      ])
    #expect(
      diagnostics(["/": "pin", "i": "sort"], vi: true) == [
        "3: 'filter' has no key left, since 'i' is bound to 'sort'; bind another key to it."
      ])
    #expect(
      diagnostics(["f5": "filter", "f6": "filer"]) == [
        "2: The picker has no action 'filter'; it needs vi mode (`vi: true`).",
        "3: The picker has no action 'filer'; the help (F1) lists them.",
      ])
    #expect(diagnostics(["f5": "filter"], vi: true) == [])
  }
}
