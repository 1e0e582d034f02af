import Accounts

/// The changes made in this picker that can be taken back, the last first.
struct UndoStack: Equatable, Sendable {
  enum Change: Equatable, Sendable {
    /// An edit, and what takes the change of the entry's pin back that was saved with it.
    case edit(LabelEdit, pin: PinChange?)
    /// What takes a change of an entry's pin back, and what that changed, in a word.
    case pin(PinChange, entry: String, word: String)
  }

  private struct NumberedChange: Equatable {
    var number: Int
    var step: Change
  }

  /// In the order in which they were made.
  private var steps: [NumberedChange] = []
  private var count = 0
  /// The edits that are being taken back, in that order.
  private var underWay: [NumberedChange] = []

  /// More than anybody takes back; each may hold two texts.
  private static let maximumCount = 100
}

extension UndoStack {
  var isEmpty: Bool { steps.isEmpty }

  mutating func add(_ step: Change) {
    steps.append(NumberedChange(number: count, step: step))
    count += 1
    if steps.count > Self.maximumCount { steps.removeFirst() }
  }

  /// The last step; an edit is then under way until `settle` is told how that ended.
  mutating func startUndo() -> Change? {
    guard let last = steps.popLast() else { return nil }
    if case .edit = last.step { underWay.append(last) }
    return last.step
  }

  /// Ends what has been under way for the longest; what failed can be tried again.
  @discardableResult
  mutating func finishUndo(isDone: Bool) -> Change? {
    guard !underWay.isEmpty else { return nil }
    let ended = underWay.removeFirst()
    if !isDone {
      steps.append(ended)
      steps.sort { $0.number < $1.number }
    }
    return ended.step
  }
}
