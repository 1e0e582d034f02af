import Canvas
import Shells
import Testing

struct TerminalMarksTests {
  private let red = Identity.sample(color: .rgb(200, 0, 0))

  private func label(
    _ marks: TerminalMarks, _ environment: [String: String] = [:]
  ) -> (set: String, undo: String) {
    let environment = ["TERM": "xterm"].merging(environment) { $1 }
    let label = TerminalLabel(red, marks: marks, environment: environment)
    return (String(decoding: label.set, as: UTF8.self), String(decoding: label.undo, as: UTF8.self))
  }

  @Test func aTintIsMixedIntoTheBackgroundAndTakenOffAgain() {
    let label = label(
      TerminalMarks(tint: 0.5, background: .rgb(0, 0, 0), original: .rgb(1, 2, 255)))
    #expect(label.set.hasSuffix("\u{1B}]11;rgb:64/00/00\u{1B}\\"))
    #expect(label.undo.contains("\u{1B}]11;rgb:01/02/ff\u{1B}\\"))
  }

  @Test func withoutATintTheBackgroundDoesNotChange() {
    let label = label(TerminalMarks(background: .rgb(16, 16, 16)))
    #expect(label.set.hasSuffix("\u{1B}]11;rgb:10/10/10\u{1B}\\"))
  }

  @Test func aTerminalThatDoesNotSayItsBackgroundKeepsIt() {
    let label = label(TerminalMarks(tint: 0.5))
    #expect(!(label.set + label.undo).contains("]11;"))
  }

  @Test(
    arguments: [
      (["TERM_PROGRAM": "iTerm.app"], "\u{1B}]1337;SetColors=tab=c80000\u{07}", "tab=default"),
      (["WT_SESSION": "x"], "\u{1B}]4;264;rgb:c8/00/00\u{1B}\\", "\u{1B}]104;264\u{1B}\\"),
      (["KITTY_WINDOW_ID": "1"], "\"active_bg\":13107200", "\"active_bg\":null"),
    ] as [([String: String], String, String)])
  func tabsAreColoredEachInItsWay(
    _ environment: [String: String], _ set: String, _ undo: String
  ) {
    let label = label(TerminalMarks(colorsTab: true), environment)
    #expect(label.set.contains(set))
    #expect(label.undo.contains(undo))
    let inside = self.label(
      TerminalMarks(colorsTab: true), environment.merging(["TMUX": "x"]) { $1 })
    #expect(!inside.set.contains(set))
  }
}
