package import Accounts
import Canvas

/// What every key does, everywhere: the one table that dispatch, the help and the footer read.
package struct Keymap: Equatable, Sendable {
  private(set) var bindings: [Binding]
  private var actions: [Context: [Key: Action]] = [:]
  /// What could not be made of the user's own keys.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The built-in keys, and the user's own over them: `keys` of `config.yaml`.
  package init(_ own: [Settings.KeyBinding] = []) {
    bindings = Binding.builtIn
    for key in own { rebind(key) }
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys { actions[context, default: [:]][key] = binding.action }
      }
    }
  }

  /// What a key asks for where it is pressed; nil where it means nothing there.
  func action(for key: Key, in context: Context) -> Action? {
    actions[context]?[key]
  }
}

extension Keymap {
  private mutating func rebind(_ own: Settings.KeyBinding) {
    switch own.key.asKey {
    case nil: report(own, "'\(own.key)' is not a key; write one as ctrl-o, alt-x, f5 or pgdn.")
    case let key? where key.isReserved:
      report(own, "'\(own.key)' always types itself, steps back or quits; choose another key.")
    case let key?:
      guard let place = bindings.firstIndex(where: { $0.name == own.action }) else {
        let near = nearest(to: own.action, among: bindings.map(\.name))
        return report(
          own,
          "The picker has no action '\(own.action)'; "
            + (near.isEmpty
              ? "the help, F1, says what it has." : "near it: \(near.joined(separator: ", "))."))
      }
      for index in bindings.indices { bindings[index].keys.removeAll { $0 == key } }
      bindings[place].keys.append(key)
    }
  }

  private mutating func report(_ own: Settings.KeyBinding, _ message: String) {
    diagnostics.append(Diagnostic(own.origin, message))
  }
}

extension String {
  /// The key of a notation with or without its angle brackets.
  fileprivate var asKey: Key? {
    Key(notation: self) ?? Key(notation: "<\(self)>")
  }
}

extension Key {
  /// True for what must work whatever the settings say: text, Esc and Ctrl-C.
  fileprivate var isReserved: Bool {
    if self == Key(.escape) || self == Key(.character("c"), .control) { return true }
    guard case .character = base else { return false }
    return modifiers.isSubset(of: .shift)
  }
}
