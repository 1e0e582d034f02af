import Accounts
import Foundation
import Picker

/// What the picker starts with: entries in their order, what history says, and the theme.
func startingModel(
  _ configuration: Configuration, query: String, readOnly: Bool, look: Look, notice: String,
  _ world: World
) throws -> Model {
  var entries = configuration.catalogue.entries
  // With --read-only every entry is shown, and taken, as one that is always so.
  if readOnly { for index in entries.indices { entries[index].label.readOnly = true } }
  let table = EntryTable(entries)
  let order = EntryOrder(rows: Array(0..<UInt32(table.count)))
  guard
    query.isEmpty || entries.isEmpty || RoleReference.looksLikeOne(query)
      || table.find(Query(query), in: order).count > 0
  else { throw Failure.nothingMatches(query) }
  let usage = (try? world.store.usage()) ?? Usage()
  return Model(
    table, pinned: usage.pins, recents: usage.recents, frecent: usage.likeliest,
    current: world.environment["SWITCHBACK_ENTRY"], sort: configuration.settings.sort,
    query: query, now: Int(world.now().timeIntervalSince1970),
    notice: notice.isEmpty ? faults(configuration) : notice,
    look: look, keymap: Keymap(configuration.settings.keys))
}

/// One sentence about what could not be read; the picker opens all the same.
func faults(_ configuration: Configuration) -> String {
  if let fault = configuration.unreadable.first { return fault.message }
  let count = configuration.diagnostics.count
  guard count > 0 else { return "" }
  return (count == 1 ? "1 line was" : "\(count) lines were")
    + " not used as written: `switchback config`"
}

extension Usage {
  /// The names of the entries switched to most often and most lately first.
  fileprivate var likeliest: [String] {
    frecency.sorted { $1.value < $0.value }.map(\.key)
  }
}

/// The names of entries that history knows, newest first; one that cannot be read costs the order, nothing else.
func recentNames(_ store: Store) -> [String] {
  (try? store.recentEntries()) ?? []
}
