import Accounts

/// Asking for a word before all switches that are shown are forgotten.
struct DeletionPrompt: Equatable, Sendable {
  /// The numbers of the switches.
  let ids: [Int64]
  var field = TextField("")
  /// Something else was typed, and sent.
  var isRefused = false

  static let confirmationWord = "forget"

  var isConfirmed: Bool { field.text == Self.confirmationWord }
}

extension Model {
  func text(of forgetting: DeletionPrompt) -> BoxedText {
    let count = forgetting.ids.count
    let title = count == 1 ? "Delete 1 switch?" : "Delete \(count) switches?"
    let which =
      count == history?.count
      ? "This deletes your entire history." : "This deletes all that the query finds."
    let field = forgetting.field
    return BoxedText(
      title: title, isDanger: true,
      body: [.text(""), .text("\(which) Type \(DeletionPrompt.confirmationWord) to confirm.")]
        + (forgetting.isRefused ? [.warning("That doesn't match.")] : [])
        + [
          .text(""), .field(field, prompt: marks.prompt + " "),
          .text(""),
        ])
  }
}

extension Model {
  /// Forgets the marked switches, or else the selected one.
  mutating func deleteSwitches() -> [Effect] {
    guard let history, let selected = history.selected else { return [.ring] }
    return deleteSwitches(history.marked.isEmpty ? [selected.id] : history.marked.sorted(by: >))
  }

  /// Asks first: what is shown may be all that there is.
  mutating func confirmDeletion() -> [Effect] {
    guard let ids = history?.shown, !ids.isEmpty else { return [.ring] }
    screen = .confirmingDeletion(DeletionPrompt(ids: ids))
    return []
  }

  mutating func submit(_ forgetting: DeletionPrompt) -> [Effect] {
    if forgetting.isConfirmed {
      screen = .list
      return deleteSwitches(forgetting.ids)
    }
    var refused = forgetting
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

  /// Takes the last forgetting back; what was forgotten before this history was read is read again.
  mutating func restoreSwitches() -> [Effect] {
    guard let rows = deletedSwitches.popLast() else { return [.ring] }
    let ids = rows.map(\.id)
    changeHistory { $0.show(ids) }
    let isThere = history?.rows(of: ids).count == ids.count
    return [.restore(rows)] + (isThere ? [] : [.readHistory])
  }
}
