import Accounts
import Search
import Text

/// An entry being edited: its form, and what that waits for.
struct LabelEditor: Equatable, Sendable {
  enum State: Equatable, Sendable {
    /// What the label is made of is being read.
    case reading
    case editing(EditForm)
    case saving(EditForm)
  }

  /// As it is shown.
  let entry: Entry
  var state = State.reading
  /// What was typed while there was something to wait for.
  var typedAhead: [Message] = []
}

extension LabelEditor {
  var form: EditForm? {
    switch state {
    case .reading: nil
    case .editing(let form), .saving(let form): form
    }
  }

  var isWaiting: Bool {
    if case .editing = state { false } else { true }
  }
}

extension Model {
  mutating func openEditor() -> [Effect] {
    list.selected.map { edit(list.entry($0)) } ?? [.ring]
  }

  /// Opens the form at once; what it says comes when the files are read, and what is typed meanwhile is kept.
  mutating func edit(_ entry: Entry) -> [Effect] {
    screen = .editing(LabelEditor(entry: entry))
    return [.readLabel(entry: entry.name)]
  }

  mutating func fillEditor(_ sources: LabelSources) -> [Effect] {
    guard case .editing(var editing) = screen, editing.state == .reading,
      editing.entry.name == sources.name
    else { return [] }
    let form = EditForm(
      editing.entry, sources, isPinned: list.pins.contains(sources.name), groups: list.table.groups)
    editing.state = .editing(form)
    return replayInput(editing)
  }

  /// True where the form waits, and so keeps what is typed for later; what leads away or out is done at once.
  mutating func defersInput(_ message: Message) -> Bool {
    guard help == nil, case .editing(var editing) = screen, editing.isWaiting else { return false }
    if case .key(let key) = message, let action = keymap.action(for: key, in: context),
      [.quit, .suspend, .redraw, .help, .back].contains(action)
    {
      return false
    }
    // Behind this many all are left out, so that the form is there at once when it is.
    guard editing.typedAhead.count < Self.maximumTypedAhead else { return true }
    editing.typedAhead.append(message)
    screen = .editing(editing)
    return true
  }

  /// Messages that a form keeps while it waits; what was typed in one go is one.
  private static let maximumTypedAhead = 1000

  /// Shows the form, or the list where there is none to show, and types what was typed ahead.
  private mutating func replayInput(_ editing: LabelEditor, toList: Bool = false) -> [Effect] {
    var shown = editing
    shown.typedAhead = []
    screen = toList ? .list : .editing(shown)
    return editing.typedAhead.flatMap { update($0) }
  }
}

extension Model {
  /// Changes the form; nil where there is none to change.
  @discardableResult
  mutating func changeForm<Result>(_ change: (inout EditForm) -> Result) -> Result? {
    guard case .editing(var editing) = screen, case .editing(var form) = editing.state else {
      return nil
    }
    let result = change(&form)
    editing.state = .editing(form)
    screen = .editing(editing)
    return result
  }

  /// Saves what was changed in the form, and leaves it where that is nothing.
  mutating func save(_ editing: LabelEditor) -> [Effect] {
    guard case .editing(var form) = editing.state else { return [.ring] }
    let changes = form.changes { self.shortcutOwner(of: $0, besides: editing.entry.name) }
    screen = .editing(LabelEditor(entry: editing.entry, state: .editing(form)))
    guard let changes else { return [.ring] }
    let pin = pinChange(editing.entry.name, as: form)
    form.wasPinned = form.isPinned
    guard !changes.isEmpty else {
      screen = .list
      return pin == nil ? [] : togglePin(of: editing.entry.name)
    }
    screen = .editing(LabelEditor(entry: editing.entry, state: .saving(form)))
    if let pin { savedPins[editing.entry.name] = pin.undone(to: list.pins) }
    return [.edit(entry: editing.entry.name, changes)] + (pin.map { keep(pins: $0) } ?? [])
  }

  /// What an edit came to; it may have been left meanwhile, and stands all the same.
  mutating func finishEdit(_ edit: LabelEdit, _ table: EntryTable) -> [Effect] {
    show(table)
    let pin = savedPins.removeValue(forKey: edit.entry)
    undoStack.add(.edit(edit, pin: pin))
    showRemark("changed: \(summary(edit, withPin: pin != nil))")
    guard let editing = savingEditor(edit.entry) else { return [] }
    return replayInput(editing, toList: true)
  }

  /// Nothing was written, or nothing could be read: a form that is still open says why.
  mutating func show(editFailure text: String, of entry: String) {
    // The pin that was saved with it stands.
    if let pin = savedPins.removeValue(forKey: entry) {
      undoStack.add(.pin(pin, entry: entry, word: "pin"))
    }
    switch screen {
    case .editing(var editing) where editing.isWaiting && editing.entry.name == entry:
      guard var form = editing.form else { return showFailedEdit(to: entry, text) }
      form.failure = text.cleaned
      editing.state = .editing(form)
      editing.typedAhead = []
      screen = .editing(editing)
    case .list: showFailedEdit(to: entry, text)
    default: showRemark(text.cleaned)
    }
  }

  private mutating func showFailedEdit(to edit: String, _ text: String) {
    help = nil
    let attempt = FailedAttempt.Attempt.editing(entry: edit, displayName: displayName(of: edit))
    screen = .failed(FailedAttempt(attempt: attempt, text: text.cleanedLines))
  }

  /// Another terminal may have pinned it since the form was opened.
  private func pinChange(_ name: String, as form: EditForm) -> PinChange? {
    guard form.isChanged(.pinned), list.pins.contains(name) != form.isPinned else { return nil }
    return form.isPinned ? .put(name, at: list.pins.count) : .remove(name)
  }

  private func savingEditor(_ entry: String) -> LabelEditor? {
    guard case .editing(let editing) = screen, case .saving = editing.state,
      editing.entry.name == entry
    else { return nil }
    return editing
  }

  private func shortcutOwner(of key: Character, besides name: String) -> String? {
    list.shortcuts[key].map(list.entry).flatMap { $0.name == name ? nil : $0.label.displayName }
  }
}
