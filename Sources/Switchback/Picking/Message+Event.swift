import Canvas
import Picker
import Terminal

extension Message {
  /// The message for an event at the terminal; nil if the screen does not need it.
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

/// The messages for events that arrived together.
///
/// Consecutive keys that only type are one message.
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
