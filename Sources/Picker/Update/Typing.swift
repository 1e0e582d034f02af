import Canvas

extension Model {
  /// Types text wherever the cursor is.
  mutating func type(_ text: String) -> [Effect] {
    if var help {
      let fits = help.type(text)
      self.help = help
      return fits ? [] : [.ring]
    }
    switch screen {
    case .list where history != nil:
      var fits = true
      changeHistory {
        fits = $0.field.insert(text)
        $0.filter()
      }
      return fits ? [] : refuseLongText()
    case .list where list.isEmpty: return []
    case .list:
      let fits = list.field.insert(text)
      list.filter()
      if list.hasMatches { completeLesson(.filter) } else { explainAccent(text) }
      return fits ? [] : refuseLongText()
    case .choosingOptions(var form):
      let isTyped = form.type(text)
      screen = .choosingOptions(form)
      return isTyped ? [] : [.ring]
    case .editing: return changeForm { $0.type(text) } == true ? [] : [.ring]
    case .confirming(var confirmation):
      let fits = confirmation.field.insert(text)
      confirmation.isRefused = false
      screen = .confirming(confirmation)
      return fits ? [] : [.ring]
    case .askingCode(var prompt):
      guard prompt.type(text) else { return [.ring] }
      screen = .askingCode(prompt)
    case .palette(var palette):
      let fits = palette.type(text)
      screen = .palette(palette)
      return fits ? [] : [.ring]
    case .confirmingDeletion(var forgetting):
      let fits = forgetting.field.insert(text)
      forgetting.isRefused = false
      screen = .confirmingDeletion(forgetting)
      return fits ? [] : [.ring]
    case .enteringCommand(var prompt):
      let fits = prompt.field.insert(text)
      screen = .enteringCommand(prompt)
      return fits ? [] : [.ring]
    case .calling, .failed, .jumping: break
    }
    return []
  }

  /// Says how to make Alt work, where a letter has come that an xterm sends for a key with Alt, and that finds nothing.
  private mutating func explainAccent(_ text: String) {
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first,
      0xA1...0xFE ~= scalar.value, let key = Unicode.Scalar(scalar.value & 0x7F)
    else { return }
    showRemark("If that was Alt-\(key): set metaSendsEscape in xterm, or Option as Meta on a Mac")
  }

  /// Says that what was typed has become too long to be looked for.
  private mutating func refuseLongText() -> [Effect] {
    remark = "a query has \(TextField.longest) characters at most; the rest is left out"
    return [.ring]
  }

  /// Types what was typed in one go: what is text is taken in at once, not at each character.
  mutating func type(_ characters: [Character]) -> [Effect] {
    var effects: [Effect] = []
    var rest = characters[...]
    while let first = rest.first {
      if case .editing(let editing) = screen, editing.isWaiting,
        defersInput(.typed(Array(rest)))
      {
        break
      }
      let context = context
      let run = acceptsTypedRuns ? rest.prefix { !isCommand($0, in: context) } : rest.prefix(0)
      if run.isEmpty {
        effects.appendRingingOnce(update(.key(Key(.character(first)))))
        rest = rest.dropFirst()
      } else {
        remark = ""
        effects.appendRingingOnce(type(keys: run))
        rest = rest.dropFirst(run.count)
      }
    }
    return effects
  }

  private func isCommand(_ character: Character, in context: KeyContext) -> Bool {
    action(for: Key(.character(character)), in: context) != nil
  }

  /// Types characters each of which is a key, where all of them are for one field.
  private mutating func type(keys: ArraySlice<Character>) -> [Effect] {
    guard help == nil else { return type(String(keys)) }
    switch screen {
    case .choosingOptions(var form):
      let isTyped = form.type(keys: keys)
      screen = .choosingOptions(form)
      return isTyped ? [] : [.ring]
    case .editing: return changeForm { $0.type(keys: keys) } == true ? [] : [.ring]
    case .askingCode(var prompt):
      let areTyped = keys.map { prompt.type(String($0)) }
      screen = .askingCode(prompt)
      return areTyped.allSatisfy(\.self) ? [] : [.ring]
    default: return type(String(keys))
    }
  }

  /// False where each character means something by itself.
  private var acceptsTypedRuns: Bool {
    switch context {
    case .command, .historyCommand, .jump: false
    default: true
    }
  }

  /// A paste is text wherever bare keys are commands.
  mutating func paste(_ text: String) -> [Effect] {
    if [KeyContext].commands.contains(context) { mode = .filter }
    return type(text)
  }

  mutating func apply(_ edit: TextField.Edit) {
    guard help == nil else {
      help?.apply(edit)
      return
    }
    switch screen {
    case .list where history != nil:
      changeHistory {
        $0.field.apply(edit)
        $0.filter()
      }
    case .list where list.field.isEmpty && (edit == .left || edit == .right):
      _ = list.fold(edit == .left)
    case .list:
      list.field.apply(edit)
      list.filter()
    case .choosingOptions(var form):
      form.apply(edit)
      screen = .choosingOptions(form)
    case .editing: changeForm { $0.apply(edit) }
    case .confirming(var confirmation):
      confirmation.field.apply(edit)
      screen = .confirming(confirmation)
    case .askingCode(var prompt):
      prompt.field.apply(edit)
      screen = .askingCode(prompt)
    case .palette(var palette):
      palette.apply(edit)
      screen = .palette(palette)
    case .confirmingDeletion(var forgetting):
      forgetting.field.apply(edit)
      screen = .confirmingDeletion(forgetting)
    case .enteringCommand(var prompt):
      prompt.field.apply(edit)
      screen = .enteringCommand(prompt)
    case .calling, .failed, .jumping: break
    }
  }
}

extension [Effect] {
  /// Appends what keys asked for that were typed in one go: one ring is enough for all that were refused.
  fileprivate mutating func appendRingingOnce(_ effects: [Effect]) {
    for effect in effects where effect != .ring || last != .ring { append(effect) }
  }
}
