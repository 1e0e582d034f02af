/// Whether the history lies in place of the list.
enum HistoryState: Equatable, Sendable {
  case closed
  /// It is being read, which takes long enough to be said where `isSlow`; the list is still there.
  case loading(isSlow: Bool)
  case open(History)
}

extension Model {
  /// The history, where it lies in place of the list.
  var history: History? {
    if case .open(let history) = historyState { history } else { nil }
  }

  mutating func changeHistory(_ change: (inout History) -> Void) {
    guard case .open(var history) = historyState else { return }
    // So that nothing else holds it, and it is changed in place.
    historyState = .closed
    change(&history)
    historyState = .open(history)
  }
}
