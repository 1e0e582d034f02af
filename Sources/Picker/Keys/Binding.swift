import Canvas

/// One line of the key table.
struct Binding: Equatable, Sendable {
  /// What `keys` of `config.yaml` calls it.
  let name: String
  var keys: [Key]
  /// The keys that it has besides in vi mode, bare ones for the most part.
  var viKeys: [Key]
  let action: Action
  let topic: Topic
  let contexts: [KeyContext]
  /// Where the keys of vi mode mean it.
  let viContexts: [KeyContext]
  let help: String
  /// What the footer says where the key is worth a place in it; of the history, however keys are taken there.
  private let footer: [KeyContext: String]

  /// `keys` in key notation, one after the other, and so the keys of vi mode, which mean it in `viIn`.
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

  /// The keys that mean it in a context.
  func keys(in context: KeyContext) -> [Key] {
    (contexts.contains(context) ? keys : []) + (viContexts.contains(context) ? viKeys : [])
  }

  /// What the footer says of it; nil where it has no place there.
  func hint(in context: KeyContext) -> String? {
    guard contexts.contains(context) else { return nil }
    return footer[context == .historyCommand ? .history : context]
  }

  /// The keys as the help writes them.
  func label(_ marks: Marks) -> String {
    allKeys.labels(marks).joined(separator: ", ")
  }

  /// The first of its keys, or the first run of them, as the footer writes it; in vi mode a bare one.
  func shortLabel(_ marks: Marks, in context: KeyContext) -> String? {
    let bare = viContexts.contains(context) ? viKeys : []
    var keys = (bare + keys)[...]
    return keys.removeLabel(marks)
  }
}

extension [Key] {
  /// The keys as people write them; a run of digits as its first and its last.
  fileprivate func labels(_ marks: Marks) -> [String] {
    var labels: [String] = []
    var rest = self[...]
    while let label = rest.removeLabel(marks) { labels.append(label) }
    return labels
  }
}

extension ArraySlice<Key> {
  /// Takes the first key away, or the run of digits that it begins.
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

/// Where keys are pressed.
enum KeyContext: Equatable, Sendable, CaseIterable {
  /// The list, while what is typed goes to the filter.
  case list
  /// The list while bare keys are commands, as in vi.
  case command
  /// The history, while what is typed goes to its filter.
  case history
  /// The history while bare keys are commands.
  case historyCommand
  case empty, field, form, call, text
  /// The help, where what is typed filters it.
  case help
  /// The palette, where an action is looked for.
  case palette
  /// The list while one of its rows' labels is to be typed.
  case jump
}

extension [KeyContext] {
  /// The list, however keys are taken there.
  static let lists: [KeyContext] = [.list, .command]
  /// The history, however keys are taken there.
  static let histories: [KeyContext] = [.history, .historyCommand]
  /// Where there is something to switch to.
  static let switches: [KeyContext] = lists + histories
  /// Where bare keys are commands until the filter is asked for.
  static let commands: [KeyContext] = [.command, .historyCommand]
  /// Where there are rows or lines to move through.
  static let rows: [KeyContext] = switches + [.form, .call, .text, .help, .palette]
  /// Where text is typed and edited.
  static let typing: [KeyContext] = [.list, .history, .field, .form, .help, .palette]
  /// Where nothing is typed, so that bare keys can be commands.
  static let bare: [KeyContext] = commands + [.call, .text]
  /// Where any key has the meaning that it has anywhere else.
  static let anywhere = KeyContext.allCases.filter { $0 != .jump }
}

/// What the help puts under one heading.
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
