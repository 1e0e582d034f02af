import Accounts
import Canvas

extension Model {
  /// Takes the last change back that was made in this picker.
  mutating func undo() -> [Effect] {
    switch undoStack.startUndo() {
    case nil:
      showRemark("nothing to undo")
      return [.ring]
    case .edit(let edit, let pin): return [.undo(edit)] + (pin.map { keep(pins: $0) } ?? [])
    case .pin(let change, let entry, let word):
      showRemark("undone: \(word) of \(displayName(of: entry))")
      return keep(pins: change)
    }
  }

  /// The file is as it was before the edit that was being taken back.
  mutating func finishUndoing(_ table: EntryTable) {
    guard case .edit(let edit, let pin) = undoStack.finishUndo(isDone: true) else { return }
    show(table)
    showRemark("undone: \(summary(edit, withPin: pin != nil))")
  }

  mutating func show(undoFailure text: String) {
    undoStack.finishUndo(isDone: false)
    guard case .list = screen else { return showRemark(text.cleaned) }
    help = nil
    screen = .failed(FailedAttempt(attempt: .undoing, text: text.cleanedLines))
  }

  /// What was changed, and of whom, such as `name and colour of Production`.
  func summary(_ edit: LabelEdit, withPin: Bool) -> String {
    let words = edit.changes.map(\.word) + (withPin ? ["pin"] : [])
    let all = [words.dropLast().joined(separator: ", "), words.last ?? ""].filter { !$0.isEmpty }
    return all.joined(separator: " and ") + " of " + displayName(of: edit.entry)
  }

  /// As the list shows it now.
  func displayName(of entry: String) -> String {
    list.table.row(named: entry).map { list.entry($0).label.displayName } ?? entry.cleaned
  }
}

extension Model {
  /// Says something, until the next key.
  mutating func showRemark(_ sentence: String) {
    remark = sentence
  }

  /// Shows another catalogue, once no switch is under way: that knows its entry by the row.
  mutating func show(_ table: EntryTable) {
    newTable = table
    showNewTable()
  }

  /// Shows entries in place of outdated ones.
  mutating func show(_ table: EntryTable, notice: String) {
    isOutdated = false
    self.notice = notice.cleaned
    show(table)
  }

  mutating func showNewTable() {
    guard let table = newTable else { return }
    switch screen {
    case .list, .editing:
      list.replace(table)
      newTable = nil
    default: break
    }
  }
}
