import Accounts
import Canvas
import Shells
import Terminal

extension Settings {
  /// When the terminal is asked for its background: for a new shell, for the one that we were started from, or not,
  /// since somebody else is at the terminal.
  enum AskingTerminal {
    case always, whereUnknown, never
  }

  /// The marks of an entry's shell; only where some entry's is tinted is the terminal asked.
  func terminalMarks(
    of entry: Entry, asking: AskingTerminal, _ world: World
  ) -> TerminalMarks {
    let marking = marking(of: entry)
    let known = tintsSomething ? world.rememberedBackground : nil
    let asks = asking == .always || asking == .whereUnknown && known == nil
    let found =
      tintsSomething && asks ? terminalBackground(world.environment, waitingAtMost: 200) : nil
    return TerminalMarks(
      tint: marking.tint ?? 0, background: known ?? found, found: found ?? known,
      colorsTab: marking.tabColor ?? false)
  }
}

extension World {
  /// What can be taken off without knowing what was put on.
  var knownMarks: TerminalMarks {
    TerminalMarks(background: rememberedBackground, colorsTab: rememberedBackground != nil)
  }

  /// The terminal's background as it was before any shell of ours.
  fileprivate var rememberedBackground: Color? {
    environment["SWITCHBACK_BACKGROUND"].flatMap { Color(hex: $0) }
  }
}
