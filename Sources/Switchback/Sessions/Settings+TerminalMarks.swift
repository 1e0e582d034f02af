import Accounts
import Canvas
import Files
import Foundation
import Shells
import Terminal
import Text

extension Settings {
  /// When to ask the terminal for its background: always for a new shell, if unknown for the
  /// calling shell, or never because another program uses the terminal.
  enum BackgroundQuery {
    case always, whereUnknown, never
  }

  /// The marks of an entry's shell.
  ///
  /// The terminal is asked only if an entry uses a tint.
  func terminalMarks(
    of entry: Entry, asking: BackgroundQuery, _ world: World
  ) -> TerminalMarks {
    let marking = marks(of: entry)
    let known = usesTint ? world.rememberedBackground : nil
    let asks = asking == .always || asking == .whereUnknown && known == nil
    let found = usesTint && asks ? world.queriedBackground() : nil
    return TerminalMarks(
      tint: marking.tint ?? 0, background: known ?? found, original: found ?? known,
      colorsTab: marking.tabColor ?? false)
  }
}

extension World {
  /// The marks to remove if it is not known which were set.
  var knownMarks: TerminalMarks {
    TerminalMarks(background: rememberedBackground, colorsTab: rememberedBackground != nil)
  }

  /// The background that the terminal reports.
  ///
  /// This waits one second. That is long for a shell, but a later reply would be typed into it. A
  /// terminal that does not reply is not asked again within a day.
  fileprivate func queriedBackground() -> Color? {
    let silent = SilentTerminal(environment, at: now())
    let file = directories.cache + "/silent-terminal"
    if let kept = try? read(file), silent.isSameTerminal(by: String(decoding: kept, as: UTF8.self))
    {
      return nil
    }
    switch terminalBackground(environment, waitingAtMost: 1000) {
    case .color(let color): return color
    case .none: return nil
    case .silence:
      try? writePrivately(Array(silent.text.utf8), to: file)
      return nil
    }
  }

  /// The terminal's background before any of our shells.
  fileprivate var rememberedBackground: Color? {
    environment["SWITCHBACK_BACKGROUND"].flatMap { Color(hex: $0) }
  }
}

/// The note about a terminal that has not replied.
struct SilentTerminal: Equatable {
  private let name: String
  private let second: Int

  private static let day = 86_400

  /// The terminal of an environment.
  ///
  /// The network connection is part of its name.
  init(_ environment: [String: String], at now: Date) {
    name = ["TERM", "TERM_PROGRAM", "SSH_CONNECTION"]
      .map { (environment[$0] ?? "").filter { !$0.isNewline } }.joined(separator: " ")
    second = now.wholeSeconds
  }

  /// The text of the note.
  var text: String { "\(second)\n\(name)\n" }

  /// True if the note is about the same terminal, and less than a day old.
  func isSameTerminal(by kept: String) -> Bool {
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, let since = Int(lines[0]), lines[1] == name else { return false }
    return (0..<Self.day).contains(second.subtractingReportingOverflow(since).partialValue)
  }
}
