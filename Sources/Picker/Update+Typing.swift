import Canvas

extension Model {
  /// Types text wherever the cursor is.
  mutating func type(_ text: String) -> [Effect] {
    guard help == nil else { return [] }
    switch screen {
    case .list where history != nil:
      changeHistory {
        $0.field.insert(text)
        $0.filter()
      }
    case .list where list.isEmpty: return []
    case .list:
      list.field.insert(text)
      list.filter()
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
