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
    var bound: [Key: Settings.KeyBinding] = [:]
    for key in own { rebind(key, &bound) }
    reportActionsWithoutKeys(bound)
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
  private mutating func rebind(
    _ own: Settings.KeyBinding, _ bound: inout [Key: Settings.KeyBinding]
  ) {
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
      if let earlier = bound.updateValue(own, forKey: key) {
        report(
          own,
          "'\(own.key)' is for '\(earlier.action)' in line \(earlier.origin.line) already; this line, "
            + "the last, is used.")
      }
      bind(key, to: place)
    }
  }

  /// Whatever else the key did where this action can be asked for, it does no more.
  private mutating func bind(_ key: Key, to place: Int) {
    let contexts = Set(bindings[place].contexts)
    for index in bindings.indices where !contexts.isDisjoint(with: bindings[index].contexts) {
      bindings[index].keys.removeAll { $0 == key }
    }
    bindings[place].keys.append(key)
  }

  /// A built-in key may be taken for something else; what is left with none can no longer be asked for.
  private mutating func reportActionsWithoutKeys(_ bound: [Key: Settings.KeyBinding]) {
    for (binding, builtIn) in zip(bindings, Binding.builtIn) where binding.keys.isEmpty {
      let takers = builtIn.keys.compactMap { bound[$0] }
      guard let taker = takers.max(by: { $0.origin.line < $1.origin.line }) else { continue }
      report(
        taker,
        "'\(binding.name)' has no key left, since '\(taker.key)' is for '\(taker.action)'; give it another."
      )
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
