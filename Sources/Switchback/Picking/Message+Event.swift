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
