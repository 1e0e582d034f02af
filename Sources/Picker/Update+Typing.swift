import Canvas

extension Model {
  /// Types text wherever the cursor is.
  mutating func type(_ text: String) -> [Effect] {
    guard help == nil else { return [] }
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
      return fits ? [] : refuseLongText()
    case .choosing(var form):
      let isTyped = form.type(text)
      screen = .choosing(form)
      return isTyped ? [] : [.ring]
    case .editing: return changeForm { $0.type(text) } == true ? [] : [.ring]
    case .confirming(var confirmation):
      confirmation.field.insert(text)
      confirmation.wrong = false
      screen = .confirming(confirmation)
    case .askingCode(var prompt):
      guard prompt.type(text) else { return [.ring] }
      screen = .askingCode(prompt)
    case .palette(var palette):
      palette.type(text)
      screen = .palette(palette)
    case .forgetting(var forgetting):
      forgetting.field.insert(text)
      forgetting.wrong = false
      screen = .forgetting(forgetting)
    case .calling, .failed, .jumping: break
    }
    return []
  }

  /// Says that what was typed has become too long to be looked for.
  private mutating func refuseLongText() -> [Effect] {
    remark = "a query has \(TextField.longest) characters at most; the rest is left out"
    return [.ring]
  }

  /// Types what was typed in one go: looked for once, not at each character.
  mutating func type(_ characters: [Character]) -> [Effect] {
    let context = context
    let areCommands = Set(characters).contains {
      keymap.action(for: Key(.character($0)), in: context) != nil
    }
    guard takesRuns, !areCommands else {
      return characters.flatMap { update(.key(Key(.character($0)))) }
    }
    remark = ""
    return type(String(characters))
  }

  /// False where each character means something by itself.
  private var takesRuns: Bool {
    guard help == nil else { return false }
    return switch screen {
    case .list: history != nil || context == .list
    case .palette, .confirming, .forgetting: true
    default: false
    }
  }

  /// A paste is text wherever bare keys are commands.
  mutating func paste(_ text: String) -> [Effect] {
    if context == .command { mode = .filter }
    return type(text)
  }

  mutating func apply(_ edit: TextField.Edit) {
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
    case .choosing(var form):
      form.apply(edit)
      screen = .choosing(form)
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
    case .forgetting(var forgetting):
      forgetting.field.apply(edit)
      screen = .forgetting(forgetting)
    case .calling, .failed, .jumping: break
    }
  }
}
