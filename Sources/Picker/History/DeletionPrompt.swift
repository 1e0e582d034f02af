import Accounts

/// A prompt that asks for a word before all shown switches are deleted.
struct DeletionPrompt: Equatable, Sendable {
  /// The IDs of the switches.
  let ids: [Int64]
  var field = TextField("")
  /// Whether the user submitted something else.
  var isRefused = false

  static let confirmationWord = "forget"

  var isConfirmed: Bool { field.text == Self.confirmationWord }
}

extension Model {
  func text(of prompt: DeletionPrompt) -> BoxedText {
    let count = prompt.ids.count
    let title = count == 1 ? "Delete 1 switch?" : "Delete \(count) switches?"
    let subject =
      count == history?.count
      ? "This deletes your entire history." : "This deletes all matches."
    let field = prompt.field
    return BoxedText(
      title: title, isDanger: true,
      body: [.text(""), .text("\(subject) Type \(DeletionPrompt.confirmationWord) to confirm.")]
        + (prompt.isRefused ? [.warning("That doesn't match.")] : [])
        + [
          .text(""), .field(field, prompt: marks.prompt + " "),
          .text(""),
        ])
  }
}

extension Model {
  /// Deletes the marked switches, or the selected one if none is marked.
  mutating func deleteSwitches() -> [Effect] {
    guard let history, let selected = history.selected else { return [.ring] }
    return deleteSwitches(history.marked.isEmpty ? [selected.id] : history.marked.sorted(by: >))
  }

  /// Asks for confirmation before it deletes all shown switches, which may be the whole history.
  mutating func confirmDeletion() -> [Effect] {
    guard let ids = history?.shown, !ids.isEmpty else { return [.ring] }
    screen = .confirmingDeletion(DeletionPrompt(ids: ids))
    return []
  }

  mutating func submit(_ prompt: DeletionPrompt) -> [Effect] {
    if prompt.isConfirmed {
      screen = .list
      return deleteSwitches(prompt.ids)
    }
    var refused = prompt
    refused.isRefused = true
    screen = .confirmingDeletion(refused)
    return [.ring]
  }

  private mutating func deleteSwitches(_ ids: [Int64]) -> [Effect] {
    guard let history else { return [.ring] }
    deletedSwitches.append(history.rows(of: ids))
    changeHistory { $0.hide(ids) }
    return [.forget(ids)]
  }

  /// Undoes the last deletion.
  ///
  /// Switches that were deleted before this history was read are read again.
  mutating func restoreSwitches() -> [Effect] {
    guard let rows = deletedSwitches.popLast() else { return [.ring] }
    let ids = rows.map(\.id)
    changeHistory { $0.show(ids) }
    let isThere = history?.rows(of: ids).count == ids.count
    return [.restore(rows)] + (isThere ? [] : [.readHistory])
  }
}
