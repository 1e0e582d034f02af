import AWSConfig
import Accounts
import Credentials
import Picker
import Search
import Text

/// The picker's changes to entries, one after the other in the order of the requests, off the main
/// actor.
@MainActor
final class EditQueue {
  private let editor: EntryEditor
  private let configuration: LatestConfiguration
  private var latest: Task<Void, Never>?

  /// Creates the queue.
  ///
  /// `configuration` is updated after each change; `readOnly` is `--read-only`.
  init(_ configuration: LatestConfiguration, readOnly: Bool, _ world: World) {
    editor = EntryEditor(world: world, readOnly: readOnly)
    self.configuration = configuration
  }

  /// Performs an effect, and reports its result.
  func add(_ effect: Effect, tell: @escaping @MainActor (Message) -> Void) {
    latest = Task { [editor, configuration, before = latest] in
      await before?.value
      guard let result = await Task.detached(operation: { editor.perform(effect) }).value
      else { return }
      if let catalogue = result.catalogue { configuration.update(catalogue.configuration) }
      tell(result.message)
    }
  }

  /// Waits until all changes are done, so that none is lost when the user leaves.
  func finish() async {
    await latest?.value
  }
}

/// Changes entries in `config.yaml` and the state.
struct EntryEditor: Sendable {
  /// The result of a change.
  struct EditResult: Sendable {
    var message: Message
    /// All entries, read again.
    var catalogue: PickerCatalogue?
  }

  var world: World
  /// `--read-only`.
  var readOnly = false

  /// Performs an effect; nil for an effect that does not change entries.
  func perform(_ effect: Effect) -> EditResult? {
    switch effect {
    case .readLabel(let entry): EditResult(message: readLabel(entry))
    case .edit(let entry, let changes): edit(entry, changes)
    case .undo(let edit): undo(edit)
    case .pin(let change): EditResult(message: pin(change))
    default: nil
    }
  }
}

extension EntryEditor {
  private func readLabel(_ entry: String) -> Message {
    do {
      try SettingsText.read(world.directories.settingsFile).check()
    } catch {
      return .editFailed(entry: entry, "\(error)")
    }
    let configuration = Configuration.read(in: world)
    guard let profile = configuration.shared.profileEntries.last(where: { $0.name == entry }) else {
      return .editFailed(entry: entry, "The entry '\(entry.cleaned)' does not exist any more.")
    }
    return .labelLoaded(LabelSources(profile, configuration.settings))
  }

  private func edit(_ entry: String, _ changes: [LabelChange]) -> EditResult {
    do {
      let before = try SettingsText.read(world.directories.settingsFile)
      let after = try changes.reduce(before) { try $0.applying(.label($1, ofEntry: entry)) }
      try after.write(over: before)
      let edit = LabelEdit(entry: entry, changes: changes, before: before, after: after)
      return reload { .edited(edit, $0) }
    } catch {
      return EditResult(message: .editFailed(entry: entry, "\(error)"))
    }
  }

  private func undo(_ edit: LabelEdit) -> EditResult {
    do {
      try edit.before.write(over: edit.after)
      return reload { .undone($0) }
    } catch {
      return EditResult(message: .undoFailed("\(error)"))
    }
  }

  private func pin(_ change: PinChange) -> Message {
    do {
      return .pinned(try world.store.change(change))
    } catch {
      return .pinFailed("\(error)")
    }
  }

  private func reload(_ message: (EntryTable) -> Message) -> EditResult {
    let catalogue = PickerCatalogue(readOnly: readOnly, world) {}
    return EditResult(
      message: message(catalogue.checkEntries(world) ?? catalogue.table), catalogue: catalogue)
  }
}
