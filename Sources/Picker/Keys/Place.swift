/// A part of the picker, as the help calls it: contexts that are one to whoever looks at the screen.
enum Place: CaseIterable {
  case list, history, forms, fields, actions, messages, calls, empty, help, jump

  /// The one that a context belongs to.
  init(_ context: KeyContext) {
    self =
      switch context {
      case .list, .command: .list
      case .history, .historyCommand: .history
      case .form: .forms
      case .field: .fields
      case .palette: .actions
      case .text: .messages
      case .call: .calls
      case .empty: .empty
      case .help: .help
      case .jump: .jump
      }
  }

  var name: String {
    switch self {
    case .list: "the list"
    case .history: "the history"
    case .forms: "forms"
    case .fields: "fields"
    case .actions: "the search of actions"
    case .messages: "messages"
    case .calls: "a call"
    case .empty: "an empty list"
    case .help: "the help"
    case .jump: "a jump"
    }
  }
}

extension Binding {
  /// True for a key that means something in a place.
  func holds(in place: Place) -> Bool { contexts.contains { Place($0) == place } }
}
