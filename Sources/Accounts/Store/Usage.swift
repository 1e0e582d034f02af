/// All that the store knows of how entries are used, as the picker needs it before it first draws.
package struct Usage: Sendable, Hashable {
  /// The names of the pinned entries, in the user's order.
  package var pins: [String] = []
  /// The names of the entries that shells were switched to, each once, the last first.
  package var recents: [String] = []
  /// By name, for every entry that a shell was ever switched to.
  package var frecency: [String: Frecency] = [:]

  package init() {}

  /// The names of the entries switched to most often and most lately first.
  package var likeliest: [String] {
    frecency.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The entry that `switchback -` goes to: the last one that is not the current one.
  package func previous(current: String? = nil) -> String? {
    recents.first { $0 != current }
  }
}
