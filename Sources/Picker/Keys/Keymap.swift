package import Accounts
import Canvas
import Text

/// What every key does, everywhere: the one table that dispatch, the help, the palette and the footer read.
package struct Keymap: Equatable, Sendable {
  private(set) var bindings: [Binding]
  /// Bare keys are commands where nothing is typed.
  let isVi: Bool
  private var actions: [KeyContext: [Key: Action]] = [:]
  /// What could not be made of the user's own keys.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The built-in keys, those of vi mode where it is wanted, and the user's own over them: `keys` of `config.yaml`.
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

  /// What a key asks for where it is pressed; nil where it means nothing there.
  func action(for key: Key, in context: KeyContext) -> Action? {
    actions[context]?[key]
  }

  /// The keys that have more than one action in one context, with the names of these; there should be none.
  package var clashes: [String] {
    KeyContext.allCases.flatMap { context in
      let bound = bindings.flatMap { binding in binding.keys(in: context).map { ($0, binding.name) }
      }
      return Dictionary(grouping: bound, by: \.0).filter { $1.count > 1 }
        .map { "\($0.label) in \(context): \($1.map(\.1))" }
    }
  }

  /// Without vi mode there is no command mode, and what is asked for in no other.
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
        own, "'\(own.key)' types itself wherever '\(own.action)' is asked for; choose another key.")
    }
    if let earlier = bound.updateValue(own, forKey: key) {
      report(
        own,
        "'\(own.key)' is for '\(earlier.action)' in line \(earlier.origin.line) already; this line, "
          + "the last, is used.")
    }
    bind(key, to: place)
  }

  /// What may have been meant by a name that is no action's.
  private func advice(_ name: String) -> String {
    if Binding.builtIn.contains(where: { $0.name == name }) {
      return "it is one of vi mode's: `vi: true`."
    }
    let near = nearest(to: name, among: bindings.map(\.name))
    return near.isEmpty
      ? "the help, F1, says what it has." : "near it: \(near.joined(separator: ", "))."
  }

  /// Whatever else the key did where this action can be asked for, it does no more.
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

  /// A built-in key may be taken for something else; what is left with none can only be asked for by name.
  private mutating func reportActionsWithoutKeys(_ bound: [Key: Settings.KeyBinding]) {
    for (binding, builtIn) in zip(bindings, Self.builtIn(vi: isVi)) where binding.allKeys.isEmpty {
      let takers = builtIn.allKeys.compactMap { bound[$0] }
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

extension Key {
  /// The key of a notation with or without its angle brackets; a letter with Shift is its capital, as terminals send it.
  init?(setting: String) {
    // As the help writes it, such as F5 or Ctrl-O, where it is no notation as it stands.
    let spellings = [setting, "<\(setting)>", "<\(setting.lowercased())>"]
    guard let key = spellings.lazy.compactMap(Key.init(notation:)).first else { return nil }
    self = key
    guard modifiers.contains(.shift), !modifiers.contains(.control),
      case .character(let character) = code, let capital = character.uppercased().first
    else { return }
    self = Key(.character(capital), modifiers.subtracting(.shift))
  }

  /// True for what must work whatever the settings say: Esc and Ctrl-C.
  var isReserved: Bool {
    self == Key(.escape) || self == Key(.character("c"), .control)
  }

  /// The key that most terminals cannot tell it from.
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
  /// What the key types; nil for one that is no text.
  var text: String? {
    guard modifiers.isSubset(of: .shift), case .character(let character) = code else { return nil }
    return String(character)
  }

  var digit: Int? {
    guard case .character(let character) = code else { return nil }
    return character.wholeNumberValue
  }
}
