import Canvas
import Search

/// The rows of the last screens as they were drawn, since a key changes two or three of them.
///
/// Whatever a row shows that is not its entry's is in `basis`: where that has changed, nothing is kept.
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

  /// Keeps only what still looks as it did.
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

  /// Draws a row that is not selected on a line of the frame: as it was, else as `draw` does.
  mutating func put(
    _ row: Int, on frame: inout Frame, line: Int, columns: Int, draw: (inout Frame) -> Void
  ) {
    if let known = rows[row] { return frame.put(known, line: line) }
    draw(&frame)
    rows[row] = frame.cells(line: line, columns: columns)
  }
}
