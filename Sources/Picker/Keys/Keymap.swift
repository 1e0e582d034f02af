package import Accounts
import Canvas
import Text

/// The action of every key in every context: the one table that dispatch, the help, the palette and
/// the footer read.
package struct Keymap: Equatable, Sendable {
  private(set) var bindings: [Binding]
  /// Whether bare keys are commands in contexts without text input.
  let isVi: Bool
  private var actions: [KeyContext: [Key: Action]] = [:]
  /// Problems with the user's own bindings.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Creates the keymap from the built-in bindings, including those of vi mode if `vi` is set.
  ///
  /// `own` are the user's bindings (`keys` in `config.yaml`), which override the built-in ones.
  package init(_ own: [Settings.KeyBinding] = [], vi: Bool = false) {
    isVi = vi
    bindings = Self.builtIn(vi: vi)
    var bound: [Key: Settings.KeyBinding] = [:]
    for key in own { rebind(key, &bound) }
    reportActionsWithoutKeys(bound)
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys(in: context) {
          actions[context, default: [:]][key] = binding.action
        }
      }
    }
  }

  /// The action of a key in a context; nil if it has none.
  func action(for key: Key, in context: KeyContext) -> Action? {
    actions[context]?[key]
  }

  /// The keys with more than one action in one context, with the names of the actions.
  ///
  /// There should be none.
  package var clashes: [String] {
    KeyContext.allCases.flatMap { context in
      let bound = bindings.flatMap { binding in binding.keys(in: context).map { ($0, binding.name) }
      }
      return Dictionary(grouping: bound, by: \.0).filter { $1.count > 1 }
        .map { "\($0.label) in \(context): \($1.map(\.1))" }
    }
  }

  /// The built-in bindings.
  ///
  /// Without vi mode, those that exist only in command mode are left out.
  private static func builtIn(vi: Bool) -> [Binding] {
    guard !vi else { return Binding.builtIn }
    return Binding.builtIn.filter { !$0.contexts.allSatisfy([KeyContext].commands.contains) }.map {
      binding in
      var binding = binding
      binding.viKeys = []
      return binding
    }
  }
}

extension Keymap {
  private mutating func rebind(
    _ own: Settings.KeyBinding, _ bound: inout [Key: Settings.KeyBinding]
  ) {
    guard let key = Key(setting: own.key) else {
      return report(own, "'\(own.key)' is not a key; write one as ctrl-o, alt-x, f5 or pgdn.")
    }
    if key.isReserved || (key.text != nil && !isVi) {
      return report(
        own, "'\(own.key)' always types itself, steps back or quits; choose another key.")
    }
    if let twin = key.twin {
      return report(own, "A terminal sends '\(own.key)' as \(twin); bind that, or another key.")
    }
    guard let place = bindings.firstIndex(where: { $0.name == own.action }) else {
      return report(own, "The picker has no action '\(own.action)'; " + advice(own.action))
    }
    if key.text != nil, bindings[place].viContexts.isEmpty {
      return report(
        own, "'\(own.key)' types text wherever '\(own.action)' applies; choose another key.")
    }
    if let earlier = bound.updateValue(own, forKey: key) {
      report(
        own,
        "'\(own.key)' is bound to '\(earlier.action)' in line \(earlier.origin.line) already; "
          + "the last line is used.")
    }
    bind(key, to: place)
  }

  /// A suggestion for a name that is not an action.
  private func advice(_ name: String) -> String {
    if Binding.builtIn.contains(where: { $0.name == name }) {
      return "it needs vi mode (`vi: true`)."
    }
    let near = nearest(to: name, among: bindings.map(\.name))
    return near.isEmpty
      ? "the help (F1) lists them." : "did you mean \(near.joined(separator: ", "))?"
  }

  /// Binds a key to an action, and removes its other bindings in the contexts of that action.
  private mutating func bind(_ key: Key, to place: Int) {
    let isBare = key.text != nil
    let contexts = Set(isBare ? bindings[place].viContexts : bindings[place].contexts)
    for index in bindings.indices {
      if !contexts.isDisjoint(with: bindings[index].contexts) {
        bindings[index].keys.removeAll { $0 == key }
      }
      if !contexts.isDisjoint(with: bindings[index].viContexts) {
        bindings[index].viKeys.removeAll { $0 == key }
      }
    }
    if isBare { bindings[place].viKeys.append(key) } else { bindings[place].keys.append(key) }
  }

  /// Reports each action whose last built-in key was bound to another action, since it can then
  /// only be run by name.
  private mutating func reportActionsWithoutKeys(_ bound: [Key: Settings.KeyBinding]) {
    for (binding, builtIn) in zip(bindings, Self.builtIn(vi: isVi)) where binding.allKeys.isEmpty {
      let takers = builtIn.allKeys.compactMap { bound[$0] }
      guard let taker = takers.max(by: { $0.origin.line < $1.origin.line }) else { continue }
      report(
        taker,
        "'\(binding.name)' has no key left, since '\(taker.key)' is bound to '\(taker.action)'; "
          + "bind another key to it."
      )
    }
  }

  private mutating func report(_ own: Settings.KeyBinding, _ message: String) {
    diagnostics.append(Diagnostic(own.origin, message))
  }
}

extension Key {
  /// The key for a notation with or without angle brackets.
  ///
  /// A letter with Shift is its capital, as terminals send it.
  init?(setting: String) {
    // Accepts the help's spelling too, for example F5 or Ctrl-O.
    let spellings = [setting, "<\(setting)>", "<\(setting.lowercased())>"]
    guard let key = spellings.lazy.compactMap(Key.init(notation:)).first else { return nil }
    self = key
    guard modifiers.contains(.shift), !modifiers.contains(.control),
      case .character(let character) = code, let capital = character.uppercased().first
    else { return }
    self = Key(.character(capital), modifiers.subtracting(.shift))
  }

  /// Whether the key must work whatever the settings say: Esc and Ctrl-C.
  var isReserved: Bool {
    self == Key(.escape) || self == Key(.character("c"), .control)
  }

  /// The name of the key that most terminals send for this one, if any.
  var twin: String? {
    guard modifiers == .control, case .character(let character) = code else { return nil }
    return switch character {
    case "i": "tab"
    case "m": "enter"
    case "[": "esc"
    default: nil
    }
  }
}

extension Key {
  /// The text that the key types; nil if it types none.
  var text: String? {
    guard modifiers.isSubset(of: .shift), case .character(let character) = code else { return nil }
    return String(character)
  }

  var digit: Int? {
    guard case .character(let character) = code else { return nil }
    return character.wholeNumberValue
  }
}
