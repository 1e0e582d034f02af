import Shells
import Testing

struct TerminalLabelTests {
  @Test func pushesSetsAndPopsTheTitle() {
    let label = TerminalLabel(.sample(), environment: ["TERM": "xterm-256color"])
    #expect(
      String(decoding: label.set, as: UTF8.self)
        == "\u{1B}[22;0t\u{1B}]2;Production, admin · 111111111111 · Admin\u{1B}\\")
    #expect(String(decoding: label.undo, as: UTF8.self).hasSuffix("\u{1B}[23;0t"))
  }

  @Test(arguments: ["Production", String(repeating: "long ", count: 200)])
  func saysReadOnlyHoweverLongTheNameIs(_ name: String) {
    let label = TerminalLabel(
      .sample(name, isReadOnly: true), environment: ["TERM": "xterm-256color"])
    #expect(
      String(decoding: label.set, as: UTF8.self).contains(" (read-only) · 111111111111 · Admin"))
  }

  @Test func aNameCannotEndTheTitle() {
    let label = TerminalLabel(
      .sample("a\u{1B}\\\u{9C}\u{07}b\nc"), environment: ["TERM": "xterm"])
    let title = String(decoding: label.set, as: UTF8.self).dropFirst(11).dropLast(2)
    #expect(title.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isControl })
  }

  @Test(arguments: [[:], ["TERM": "dumb"], ["TERM": "linux"], ["TERM": "screen", "STY": "1.tty"]])
  func leavesTerminalsWithoutTitlesAlone(_ environment: [String: String]) {
    let label = TerminalLabel(.sample(), environment: environment)
    #expect(label == TerminalLabel(set: [], undo: []))
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isControl: Bool { self == .control || self == .format }
}
