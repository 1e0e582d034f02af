/// All that the store knows of how entries are used, as the picker needs it before it first draws.
package struct Usage: Sendable, Hashable {
  /// The names of the pinned entries, in the user's order.
  package var pins: [String] = []
  /// The names of the entries switched to, each once, the last first.
  package var recents: [String] = []
  /// By name, for every entry that was ever switched to.
  package var frecency: [String: Frecency] = [:]

  package init() {}

  /// The entry that `switchback -` goes to: the last one that is not the current one.
  package func previous(current: String? = nil) -> String? {
    recents.first { $0 != current }
  }
}
