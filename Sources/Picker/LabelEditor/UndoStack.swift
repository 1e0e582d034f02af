package import Accounts
import Search
import Text

/// The changes made in this picker that can be undone, the last one first.
struct UndoStack: Equatable, Sendable {
  enum Change: Equatable, Sendable {
    /// An edit, and the change that undoes the pin that was saved with it.
    case edit(LabelEdit, pin: PinChange?)
    /// The change that undoes a pin, and what the pin changed, in one word.
    case pin(PinChange, entry: String, word: String)
  }

  private struct NumberedChange: Equatable {
    var number: Int
    var step: Change
  }

  /// The changes in the order in which they were made.
  private var steps: [NumberedChange] = []
  private var count = 0
  /// The edits whose undo is in progress, in that order.
  private var underWay: [NumberedChange] = []

  /// The maximum number of changes; each may contain two texts.
  private static let maximumCount = 100
}

extension UndoStack {
  var isEmpty: Bool { steps.isEmpty }

  mutating func add(_ step: Change) {
    steps.append(NumberedChange(number: count, step: step))
    count += 1
    if steps.count > Self.maximumCount { steps.removeFirst() }
  }

  /// Removes and returns the last change.
  ///
  /// The undo of an edit is in progress until `finishUndo`.
  mutating func startUndo() -> Change? {
    guard let last = steps.popLast() else { return nil }
    if case .edit = last.step { underWay.append(last) }
    return last.step
  }

  /// Ends the undo that started first.
  ///
  /// If it failed, it can be tried again.
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

/// A change of an entry's settings in `config.yaml` that was made.
package struct LabelEdit: Equatable, Sendable {
  /// The entry's name.
  package let entry: String
  package let changes: [LabelChange]
  /// The file before and after the change.
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
  /// Undoes the last change made in this picker.
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

  /// Takes the entries after an edit was undone.
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

  /// What an edit changed, and the entry, for example `name and colour of Production`.
  func summary(_ edit: LabelEdit, withPin: Bool) -> String {
    let words = edit.changes.map(\.word) + (withPin ? ["pin"] : [])
    let all = [words.dropLast().joined(separator: ", "), words.last ?? ""].filter { !$0.isEmpty }
    return all.joined(separator: " and ") + " of " + displayName(of: edit.entry)
  }

  /// The display name as the list shows it now.
  func displayName(of entry: String) -> String {
    list.table.row(named: entry).map { list.entry($0).label.displayName } ?? entry.cleaned
  }
}
