import Canvas
import Search

/// A cache of drawn rows, since a key changes only two or three of them.
///
/// `basis` contains everything that a row shows besides its entry. If the basis changes, the cache
/// is cleared.
package struct RowCache: Sendable {
  private var basis: Basis?
  private var rows: [Int: [Cell]] = [:]

  package init() {}

  private struct Basis: Equatable {
    let table: EntryTable
    let columns: RowLayout
    let look: Look
    let query: Query
    let marked: Set<Int>
    let recents: [Int]
    let sessions: [String: Int]
    let loggedOut: Set<String>
    let now: Int

    static func == (one: Self, other: Self) -> Bool {
      one.table.isSame(as: other.table) && one.columns == other.columns && one.look == other.look
        && one.query == other.query && one.marked == other.marked && one.recents == other.recents
        && one.sessions == other.sessions && one.loggedOut == other.loggedOut
        && one.now == other.now
    }
  }

  /// Clears the cache if the basis has changed.
  mutating func begin(_ model: Model, _ columns: RowLayout) {
    let list = model.list
    let basis = Basis(
      table: list.table, columns: columns, look: model.look, query: list.query,
      marked: list.marked, recents: list.recents, sessions: model.sessions,
      loggedOut: model.loggedOut, now: model.now)
    guard basis != self.basis || rows.count > 500 else { return }
    self.basis = basis
    rows = [:]
  }

  /// Draws an unselected row on a line of the frame, from the cache or by calling `draw`.
  mutating func put(
    _ row: Int, on frame: inout Frame, line: Int, columns: Int, draw: (inout Frame) -> Void
  ) {
    if let known = rows[row] { return frame.put(known, line: line) }
    draw(&frame)
    rows[row] = frame.cells(line: line, columns: columns)
  }
}
