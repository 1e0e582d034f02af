import Accounts
import Canvas
import Shells
import Terminal

extension Settings {
  /// The marks of an entry's shell. Only where some entry's is tinted is the terminal asked for its background.
  func terminalMarks(of entry: Entry, _ world: World) -> TerminalMarks {
    let marking = marking(of: entry)
    return TerminalMarks(
      tint: marking.tint ?? 0, background: tintsSomething ? world.background : nil,
      colorsTab: marking.tabColor ?? false)
  }
}

extension World {
  /// What can be taken off without knowing what was put on.
  var knownMarks: TerminalMarks {
    TerminalMarks(background: rememberedBackground, colorsTab: rememberedBackground != nil)
  }

  /// The terminal's background as it was before any shell of ours.
  fileprivate var background: Color? {
    rememberedBackground ?? terminalBackground(environment, waitingAtMost: 200)
  }

  private var rememberedBackground: Color? {
    environment["SWITCHBACK_BACKGROUND"].flatMap { Color(hex: $0) }
  }
}
