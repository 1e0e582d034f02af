import Picker

/// What the picker has changed of entries: one thing after the other, in the order in which it was asked for, off the
/// main actor.
@MainActor
final class EditQueue {
  private let editor: EntryEditor
  private let configuration: LatestConfiguration
  private var latest: Task<Void, Never>?

  /// `configuration` gets to know what is read anew; `readOnly` is `--read-only`.
  init(_ configuration: LatestConfiguration, readOnly: Bool, _ world: World) {
    editor = EntryEditor(world: world, readOnly: readOnly)
    self.configuration = configuration
  }

  /// Does what an effect asks for; what came of it is told.
  func add(_ effect: Effect, tell: @escaping @MainActor (Message) -> Void) {
    latest = Task { [editor, configuration, before = latest] in
      await before?.value
      guard let answer = await Task.detached(operation: { editor.perform(effect) }).value
      else { return }
      if let catalogue = answer.catalogue { configuration.update(catalogue.configuration) }
      tell(answer.message)
    }
  }

  /// Waits until all of it is done: what was changed is kept, however soon one leaves.
  func finish() async {
    await latest?.value
  }
}
