/// A part of the picker under its name in the help.
///
/// It groups the contexts that look the same to the user.
enum HelpPlace: CaseIterable {
  case list, history, forms, fields, actions, messages, calls, empty, help, jump

  /// The part that a context belongs to.
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
  /// Whether the binding applies in a part of the picker.
  func holds(in place: HelpPlace) -> Bool { contexts.contains { HelpPlace($0) == place } }
}
