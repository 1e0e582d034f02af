import Accounts
import Canvas
import Shells
import Terminal

extension Settings {
  /// The marks of an entry's shell, a new one or the one that we were started from.
  ///
  /// Only where some entry's is tinted is the terminal asked for its background.
  func terminalMarks(of entry: Entry, isNew: Bool, _ world: World) -> TerminalMarks {
    let marking = marking(of: entry)
    let known = tintsSomething ? world.rememberedBackground : nil
    let found =
      tintsSomething && (isNew || known == nil)
      ? terminalBackground(world.environment, waitingAtMost: 200) : nil
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
