import Canvas

extension Model {
  /// Types text at the cursor of the current screen.
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
    case .confirmingDeletion(var prompt):
      let fits = prompt.field.insert(text)
      prompt.isRefused = false
      screen = .confirmingDeletion(prompt)
      return fits ? [] : [.ring]
    case .enteringCommand(var prompt):
      let fits = prompt.field.insert(text)
      screen = .enteringCommand(prompt)
      return fits ? [] : [.ring]
    case .calling, .failed, .jumping: break
    }
    return []
  }

  /// Explains how to make Alt work if a letter that an xterm sends for a key with Alt matches
  /// nothing.
  private mutating func explainAccent(_ text: String) {
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first,
      0xA1...0xFE ~= scalar.value, let key = Unicode.Scalar(scalar.value & 0x7F)
    else { return }
    showRemark("If that was Alt-\(key): set metaSendsEscape in xterm, or Option as Meta on a Mac")
  }

  /// Says that the query is too long.
  private mutating func refuseLongText() -> [Effect] {
    remark = "a query has at most \(TextField.longest) characters; the rest is left out"
    return [.ring]
  }

  /// Types several characters at once.
  ///
  /// Runs of text are processed together, not character by character.
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

  /// Types characters, each as a key, into one field.
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

  /// Whether runs of characters are text; false if each character can be a command.
  private var acceptsTypedRuns: Bool {
    switch context {
    case .command, .historyCommand, .jump: false
    case .list, .history, .empty, .field, .form, .call, .text, .help, .palette: true
    }
  }

  /// Pastes text.
  ///
  /// It is text even if bare keys are commands.
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
    case .confirmingDeletion(var prompt):
      prompt.field.apply(edit)
      screen = .confirmingDeletion(prompt)
    case .enteringCommand(var prompt):
      prompt.field.apply(edit)
      screen = .enteringCommand(prompt)
    case .calling, .failed, .jumping: break
    }
  }
}

extension [Effect] {
  /// Appends the effects of keys that were typed together.
  ///
  /// One ring is enough for all refused keys.
  fileprivate mutating func appendRingingOnce(_ effects: [Effect]) {
    for effect in effects where effect != .ring || last != .ring { append(effect) }
  }
}
