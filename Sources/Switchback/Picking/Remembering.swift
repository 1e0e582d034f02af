import Picker

/// Reading and changing the history on behalf of the picker: one thing after the other, in order,
/// and never on the main actor.
@MainActor
final class HistoryWriter {
  private let history: PickerHistory
  private let tell: @MainActor (HistoryUpdate) -> Void
  private var last: Task<Void, Never>?

  init(_ world: World, tell: @escaping @MainActor @Sendable (HistoryUpdate) -> Void) {
    history = PickerHistory(world) { sentence in
      Task { @MainActor in tell(.unreadable(sentence)) }
    }
    self.tell = tell
  }

  /// Does what an effect asks of the history, if it does.
  func perform(_ effect: Effect) {
    switch effect {
    case .readHistory: read()
    case .forget(let ids): perform { $0.forget(ids) }
    case .restore(let rows): perform { $0.restore(rows) }
    default: break
    }
  }

  /// Returns once all is done that was asked for.
  func finish() async {
    await last?.value
  }

  /// What takes longer than a tenth of a second says so.
  private func read() {
    let patience = Task {
      try await Task.sleep(for: .milliseconds(100))
      tell(.isSlow)
    }
    perform {
      defer { patience.cancel() }
      return $0.read()
    }
  }

  private func perform(_ work: @escaping @Sendable (PickerHistory) -> HistoryUpdate) {
    last = Task { [last, history] in
      await last?.value
      tell(await Task.detached { work(history) }.value)
    }
  }
}
