package import Accounts
import Search
import Text

/// The changes made in this picker that can be taken back, the last first.
struct UndoStack: Equatable, Sendable {
  enum Change: Equatable, Sendable {
    /// An edit, and what takes the change of the entry's pin back that was saved with it.
    case edit(LabelEdit, pin: PinChange?)
    /// What takes a change of an entry's pin back, and what that changed, in a word.
    case pin(PinChange, entry: String, word: String)
  }

  private struct NumberedChange: Equatable {
    var number: Int
    var step: Change
  }

  /// In the order in which they were made.
  private var steps: [NumberedChange] = []
  private var count = 0
  /// The edits that are being taken back, in that order.
  private var underWay: [NumberedChange] = []

  /// More than anybody takes back; each may hold two texts.
  private static let maximumCount = 100
}

extension UndoStack {
  var isEmpty: Bool { steps.isEmpty }

  mutating func add(_ step: Change) {
    steps.append(NumberedChange(number: count, step: step))
    count += 1
    if steps.count > Self.maximumCount { steps.removeFirst() }
  }

  /// The last step; an edit is then under way until `settle` is told how that ended.
  mutating func startUndo() -> Change? {
    guard let last = steps.popLast() else { return nil }
    if case .edit = last.step { underWay.append(last) }
    return last.step
  }

  /// Ends what has been under way for the longest; what failed can be tried again.
  @discardableResult
  mutating func finishUndo(isDone: Bool) -> Change? {
    guard !underWay.isEmpty else { return nil }
    let ended = underWay.removeFirst()
    if !isDone {
      steps.append(ended)
      steps.sort { $0.number < $1.number }
    }
    return ended.step
  }
}

/// A change of what `config.yaml` says of an entry, once it is made.
package struct LabelEdit: Equatable, Sendable {
  /// The entry's name.
  package let entry: String
  package let changes: [LabelChange]
  /// The file as it was, and as it is since.
  package let before, after: SettingsText

  package init(
    entry: String, changes: [LabelChange], before: SettingsText, after: SettingsText
  ) {
    self.entry = entry
    self.changes = changes
    self.before = before
    self.after = after
  }
}

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
