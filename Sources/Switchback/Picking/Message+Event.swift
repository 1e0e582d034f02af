import Canvas
import Picker
import Terminal

extension Message {
  /// What the screen is told of something that happened at the terminal; nil where it need not know.
  init?(_ event: Terminal.Event) {
    switch event {
    case .key(let key): self = .key(key)
    case .pasted(let text): self = .pasted(text)
    case .scrolled(let lines): self = .scrolled(lines: lines)
    case .clicked(let point): self = .clicked(point)
    case .doubleClicked(let point): self = .doubleClicked(point)
    case .background(let color): self = .background(color)
    case .lightScheme(let isLight): self = .lightScheme(isLight)
    case .resized(let size): self = .resized(size)
    case .focused, .resumed: return nil
    }
  }
}

/// What the screen is told of what came together: of keys that only type, those that follow each other in one piece.
func messages(of events: [Terminal.Event]) -> [Message] {
  var messages: [Message] = []
  var typed: [Character] = []
  func finish() {
    guard let first = typed.first else { return }
    messages.append(typed.count == 1 ? .key(Key(.character(first))) : .typed(typed))
    typed = []
  }
  for event in events {
    if case .key(let key) = event, key.modifiers.isEmpty, case .character(let character) = key.code
    {
      typed.append(character)
    } else {
      finish()
      if let message = Message(event) { messages.append(message) }
    }
  }
  finish()
  return messages
}
