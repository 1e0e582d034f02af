import Accounts

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
