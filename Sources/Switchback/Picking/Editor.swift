import AWSConfig
import Accounts
import Canvas
import Picker

/// Changes what `config.yaml` and the state say of entries.
struct Editor: Sendable {
  /// What came of it.
  struct Answer: Sendable {
    var message: Message
    /// All entries, read anew.
    var catalogue: PickerCatalogue?
  }

  var world: World
  /// `--read-only`.
  var readOnly = false

  /// Does what an effect asks for; nil for one that has nothing to do with what is kept of entries.
  func answer(_ effect: Effect) -> Answer? {
    switch effect {
    case .readLabel(let entry): Answer(message: readLabel(entry))
    case .edit(let entry, let changes): edit(entry, changes)
    case .undo(let edit): undo(edit)
    case .pin(let change): Answer(message: pin(change))
    default: nil
    }
  }
}

extension Editor {
  private func readLabel(_ entry: String) -> Message {
    do {
      try SettingsText.read(world.places.settingsFile).check()
    } catch {
      return .editFailed(entry: entry, "\(error)")
    }
    let configuration = Configuration.read(in: world)
    guard let profile = configuration.shared.profileEntries.last(where: { $0.name == entry }) else {
      return .editFailed(entry: entry, "There is no entry '\(entry.cleaned)' any more.")
    }
    return .labelRead(LabelSources(profile, configuration.settings))
  }

  private func edit(_ entry: String, _ changes: [LabelChange]) -> Answer {
    do {
      let before = try SettingsText.read(world.places.settingsFile)
      let after = try changes.reduce(before) { try $0.applying(.label($1, ofEntry: entry)) }
      try after.write(over: before)
      let edit = Edit(entry: entry, changes: changes, before: before, after: after)
      return readAnew { .edited(edit, $0) }
    } catch {
      return Answer(message: .editFailed(entry: entry, "\(error)"))
    }
  }

  private func undo(_ edit: Edit) -> Answer {
    do {
      try edit.before.write(over: edit.after)
      return readAnew { .undone($0) }
    } catch {
      return Answer(message: .undoFailed("\(error)"))
    }
  }

  private func pin(_ change: PinChange) -> Message {
    do {
      return .pinned(try world.store.change(change))
    } catch {
      return .pinFailed("\(error)")
    }
  }

  private func readAnew(_ message: (EntryTable) -> Message) -> Answer {
    let catalogue = PickerCatalogue(readOnly: readOnly, world) {}
    return Answer(message: message(catalogue.judge(world) ?? catalogue.table), catalogue: catalogue)
  }
}
