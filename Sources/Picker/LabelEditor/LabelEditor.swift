import Accounts
import Search
import Text

/// The editor of an entry's label: its form, and the state of reading and saving.
struct LabelEditor: Equatable, Sendable {
  enum State: Equatable, Sendable {
    /// The sources of the label are being read.
    case reading
    case editing(EditForm)
    case saving(EditForm)
  }

  /// The entry as shown in the list.
  let entry: Entry
  var state = State.reading
  /// Input that arrived while the editor waited.
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

  /// Opens the form at once.
  ///
  /// Its content arrives once the files are read. Input until then is kept.
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

  /// Whether the waiting form keeps the input for later.
  ///
  /// Keys that leave the form or the picker act at once.
  mutating func defersInput(_ message: Message) -> Bool {
    guard help == nil, case .editing(var editing) = screen, editing.isWaiting else { return false }
    if case .key(let key) = message, let action = keymap.action(for: key, in: context),
      [.quit, .suspend, .redraw, .help, .back].contains(action)
    {
      return false
    }
    // Further input is dropped, so that the form opens without delay.
    guard editing.typedAhead.count < Self.maximumTypedAhead else { return true }
    editing.typedAhead.append(message)
    screen = .editing(editing)
    return true
  }

  /// The maximum number of messages that a waiting form keeps.
  ///
  /// A typed run counts as one.
  private static let maximumTypedAhead = 1000

  /// Shows the form, or the list, and applies the kept input.
  private mutating func replayInput(_ editing: LabelEditor, toList: Bool = false) -> [Effect] {
    var shown = editing
    shown.typedAhead = []
    screen = toList ? .list : .editing(shown)
    return editing.typedAhead.flatMap { update($0) }
  }
}

extension Model {
  /// Changes the form.
  ///
  /// It returns nil if no form is being edited.
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

  /// Saves the changes of the form, or closes the form if there are none.
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

  /// Takes the result of an edit, which applies even if the editor was closed meanwhile.
  mutating func finishEdit(_ edit: LabelEdit, _ table: EntryTable) -> [Effect] {
    show(table)
    let pin = savedPins.removeValue(forKey: edit.entry)
    undoStack.add(.edit(edit, pin: pin))
    showRemark("changed: \(summary(edit, withPin: pin != nil))")
    guard let editing = savingEditor(edit.entry) else { return [] }
    return replayInput(editing, toList: true)
  }

  /// Shows that an edit failed, in the form if it is still open.
  mutating func show(editFailure text: String, of entry: String) {
    // The pin that was saved with the edit remains.
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

  /// The change of the pin, if one is needed.
  ///
  /// Another terminal may have pinned the entry meanwhile.
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
