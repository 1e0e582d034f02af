import Canvas

/// One line of the key table.
struct Binding: Equatable, Sendable {
  /// The action's name under `keys` in `config.yaml`.
  let name: String
  var keys: [Key]
  /// The additional keys in vi mode, mostly bare ones.
  var viKeys: [Key]
  let action: Action
  let topic: Topic
  let contexts: [KeyContext]
  /// The contexts in which the vi keys apply.
  let viContexts: [KeyContext]
  let help: String
  /// The footer's text, by context.
  ///
  /// The two contexts of the history share one.
  private let footer: [KeyContext: String]

  /// Creates a binding from keys in key notation, separated by blanks.
  ///
  /// The keys of vi mode (`vi`) apply in the contexts `viIn`.
  init(
    _ name: String, _ keys: String, vi: String = "", _ action: Action, _ topic: Topic,
    in contexts: [KeyContext] = .anywhere, viIn: [KeyContext] = .bare, _ help: String,
    footer: [KeyContext: String] = [:]
  ) {
    self.name = name
    self.keys = keys.split(separator: " ").compactMap(Key.init(notation:))
    viKeys = vi.split(separator: " ").compactMap(Key.init(notation:))
    self.action = action
    self.topic = topic
    self.contexts = contexts
    viContexts = contexts.filter(viIn.contains)
    self.help = help
    self.footer = footer
  }
}

extension Binding {
  var allKeys: [Key] { keys + viKeys }

  /// The keys of the binding in a context.
  func keys(in context: KeyContext) -> [Key] {
    (contexts.contains(context) ? keys : []) + (viContexts.contains(context) ? viKeys : [])
  }

  /// The footer's text for the binding; nil if the footer does not show it.
  func hint(in context: KeyContext) -> String? {
    guard contexts.contains(context) else { return nil }
    return footer[context == .historyCommand ? .history : context]
  }

  /// The keys in the notation of the help.
  func label(_ marks: Marks) -> String {
    allKeys.labels(marks).joined(separator: ", ")
  }

  /// The first key or run of keys, as the footer shows it; in vi mode a bare key.
  func shortLabel(_ marks: Marks, in context: KeyContext) -> String? {
    let bare = viContexts.contains(context) ? viKeys : []
    var keys = (bare + keys)[...]
    return keys.removeLabel(marks)
  }
}

extension [Key] {
  /// The keys in readable notation.
  ///
  /// A run of digits is shown as its first and its last.
  fileprivate func labels(_ marks: Marks) -> [String] {
    var labels: [String] = []
    var rest = self[...]
    while let label = rest.removeLabel(marks) { labels.append(label) }
    return labels
  }
}

extension ArraySlice<Key> {
  /// Removes the first key, or the run of digits that it begins, and returns its label.
  fileprivate mutating func removeLabel(_ marks: Marks) -> String? {
    guard let first else { return nil }
    let run = prefix { $0.modifiers == first.modifiers && $0.digit != nil }
    guard run.count > 2, let last = run.last?.digit else {
      removeFirst()
      return first.label
    }
    removeFirst(run.count)
    return first.label + marks.ellipsis + String(last)
  }
}

/// The context in which a key is pressed.
enum KeyContext: Equatable, Sendable, CaseIterable {
  /// The list, while typing goes to the filter.
  case list
  /// The list, while bare keys are commands as in vi.
  case command
  /// The history, while typing goes to its filter.
  case history
  /// The history, while bare keys are commands.
  case historyCommand
  case empty, field, form, call, text
  /// The help, which typing filters.
  case help
  /// The palette, which typing searches.
  case palette
  /// The list, while it waits for the label of a row.
  case jump
}

extension [KeyContext] {
  /// The list in both modes.
  static let lists: [KeyContext] = [.list, .command]
  /// The history in both modes.
  static let histories: [KeyContext] = [.history, .historyCommand]
  /// The contexts with something to switch to.
  static let switches: [KeyContext] = lists + histories
  /// The contexts in which bare keys are commands until the user opens the filter.
  static let commands: [KeyContext] = [.command, .historyCommand]
  /// The contexts with rows or lines to move through.
  static let rows: [KeyContext] = switches + [.form, .call, .text, .help, .palette]
  /// The contexts with text input.
  static let typing: [KeyContext] = [.list, .history, .field, .form, .help, .palette]
  /// The contexts without text input, in which bare keys can be commands.
  static let bare: [KeyContext] = commands + [.call, .text]
  /// The contexts in which a key keeps its usual meaning.
  static let anywhere = KeyContext.allCases.filter { $0 != .jump }
}

/// A heading of the help.
enum Topic: String, Sendable, CaseIterable {
  case switching = "Switch"
  case finding = "Find"
  case arranging = "Arrange"
  case looking = "Look"
  case editing = "Edit"
  case moving = "Move"
  case leaving = "Leave"
  case typing = "Edit text"

  var title: String { rawValue }
}
