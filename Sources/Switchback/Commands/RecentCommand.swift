import Accounts
import ArgumentParser
import Canvas
import Foundation
import Text

/// `switchback recent`.
struct RecentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recent",
    abstract: "List the history, newest first.")

  @Flag(
    help:
      "Delete the history, the last run for `each --failed`, and set-aside damaged histories."
  )
  var clear = false
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let world = World.live()
    if clear {
      let removed = try world.store.clear()
      try LastRun.forget(in: world)
      return removed.forEach { world.say("Removed \($0.cleaned), a damaged history.") }
    }
    let recents = try world.store.recents(limit: nil)
    guard !json else { return try world.print(JSON.list(recents.map(JSON.init)).printed() + "\n") }
    let look = world.outputLook()
    try world.write(
      look.map { Array(Table(recents).drawn($0).utf8) } ?? alignedColumns(recents.map(\.cells)))
  }
}

extension Table {
  /// The history for people.
  init(_ recents: [SwitchRecord]) {
    let columns = [
      Column(title: "WHEN", priority: 1), Column(title: "HOW", priority: 2), Column(title: "ENTRY"),
      Column(title: "ACCOUNT", priority: 3), Column(title: "ROLE", priority: 4, least: 12),
      Column(title: "RESULT", priority: 1),
    ]
    let rows = recents.map { recent in
      let cells = recent.cells.dropLast().map { Cell(text: $0) }
      return Row(cells: cells + [Cell(text: recent.result, tone: recent.tone)])
    }
    self.init(columns: columns, rows: rows)
  }
}

extension SwitchRecord {
  /// The cells in the order of the columns.
  fileprivate var cells: [String] {
    [iso8601(date), method.rawValue, entry, accountID ?? "", roleName ?? "", end].map(\.cleaned)
  }

  /// The result in a word or two, for people.
  fileprivate var result: String {
    switch endReason {
    case .switched: "switched"
    case .off: "off"
    case nil: exitStatus.map { "exit \($0)" } ?? (isRunning ? "running" : "")
    }
  }

  fileprivate var tone: Table.Tone {
    isRunning ? .good : exitStatus.map { $0 == 0 ? .normal : .bad } ?? .normal
  }

  /// The result for scripts.
  fileprivate var end: String {
    switch endReason {
    case .switched: "the shell was switched to another"
    case .off: "switched off"
    case nil: exitStatus.map { "ended with \($0)" } ?? (isRunning ? "running" : "")
    }
  }
}

extension JSON {
  /// A switch as `recent --json` shows it.
  init(_ recent: SwitchRecord) {
    self = .known([
      "entry": .text(recent.entry),
      "display_name": .text(recent.displayName),
      "account_id": recent.accountID.map(JSON.text),
      "role_name": recent.roleName.map(JSON.text),
      "region": recent.region.map(JSON.text),
      "read_only": recent.isReadOnly ? .bool(true) : nil,
      "at": .text(iso8601(recent.date)),
      "how": .text(recent.method.rawValue),
      "exit_status": recent.exitStatus.map(JSON.number),
      "ending": recent.endReason.map { .text($0.rawValue) },
    ])
  }
}
