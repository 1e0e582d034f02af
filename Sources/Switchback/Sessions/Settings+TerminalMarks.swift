import Accounts
import Canvas
import Files
import Foundation
import Shells
import Terminal
import Text

extension Settings {
  /// When the terminal is asked for its background: for a new shell, for the one that we were started from, or not,
  /// since somebody else is at the terminal.
  enum BackgroundQuery {
    case always, whereUnknown, never
  }

  /// The marks of an entry's shell; only where some entry's is tinted is the terminal asked.
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
  /// What can be taken off without knowing what was put on.
  var knownMarks: TerminalMarks {
    TerminalMarks(background: rememberedBackground, colorsTab: rememberedBackground != nil)
  }

  /// What the terminal says of its background.
  ///
  /// Its answer is waited for for a second, which is long for a shell to wait, but an answer that comes later is typed
  /// into that: a terminal that says nothing in so long is not asked again within a day.
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

  /// The terminal's background as it was before any shell of ours.
  fileprivate var rememberedBackground: Color? {
    environment["SWITCHBACK_BACKGROUND"].flatMap { Color(hex: $0) }
  }
}

/// A terminal that has not answered, as it is remembered.
struct SilentTerminal: Equatable {
  private let name: String
  private let second: Int

  private static let day = 86_400

  /// The one that an environment tells of; over a network the connection is part of it.
  init(_ environment: [String: String], at now: Date) {
    name = ["TERM", "TERM_PROGRAM", "SSH_CONNECTION"]
      .map { (environment[$0] ?? "").filter { !$0.isNewline } }.joined(separator: " ")
    second = now.wholeSeconds
  }

  /// What is kept of it.
  var text: String { "\(second)\n\(name)\n" }

  /// True where what was kept is of the same terminal, and of today.
  func isSameTerminal(by kept: String) -> Bool {
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, let since = Int(lines[0]), lines[1] == name else { return false }
    return (0..<Self.day).contains(second.subtractingReportingOverflow(since).partialValue)
  }
}
