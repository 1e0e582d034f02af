/// Whether the history lies in place of the list.
enum HistoryState: Equatable, Sendable {
  case closed
  /// It is being read, which takes long enough to be said where `isSlow`; the list is still there.
  case awaited(isSlow: Bool)
  case open(History)
}

extension Model {
  /// The history, where it lies in place of the list.
  var history: History? {
    if case .open(let history) = past { history } else { nil }
  }

  mutating func changeHistory(_ change: (inout History) -> Void) {
    guard case .open(var history) = past else { return }
    // So that nothing else holds it, and it is changed in place.
    past = .closed
    change(&history)
    past = .open(history)
  }
}
