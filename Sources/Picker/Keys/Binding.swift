import Canvas

/// One line of the key table.
struct Binding: Equatable, Sendable {
  /// What `keys` of `config.yaml` calls it.
  let name: String
  var keys: [Key]
  let action: Action
  let contexts: [Context]
  let help: String
  /// What the footer says where the key is worth a place in it.
  let footer: [Context: String]

  /// `keys` in key notation, one after the other.
  init(
    _ name: String, _ keys: String, _ action: Action, in contexts: [Context] = Context.allCases,
    _ help: String, footer: [Context: String] = [:]
  ) {
    self.name = name
    self.keys = keys.split(separator: " ").compactMap(Key.init(notation:))
    self.action = action
    self.contexts = contexts
    self.help = help
    self.footer = footer
  }

  /// The keys as help and footer write them; many of a kind as the first and the last.
  func label(_ marks: Marks) -> String {
    let labels = keys.map(\.label)
    guard labels.count > 3, let first = labels.first, let last = labels.last?.last else {
      return labels.joined(separator: ", ")
    }
    return first + marks.ellipsis + String(last)
  }
}
