import Canvas
import Picker

/// A screen to look at: the picker as it starts, and what happens to it.
struct Situation: Sendable {
  /// The folder of its goldens.
  let name: String
  let about: String
  let coverage: Coverage
  /// Of the `Themes` folder; nil for the terminal's own colours.
  let theme: String?
  let steps: [Step]
  let model: @Sendable (Look) -> Model

  init(
    _ name: String, _ about: String, on coverage: Coverage = .usual, theme: String? = nil,
    _ steps: Step..., model: @escaping @Sendable (Look) -> Model = { picker(look: $0) }
  ) {
    self.name = name
    self.about = about
    self.coverage = coverage
    self.theme = theme
    self.steps = steps
    self.model = model
  }

  /// What the picker shows in the end.
  func frame(_ screen: Screen) throws -> Frame {
    var model = try model(look(theme: theme, screen.depth, isUTF8: screen.isUTF8))
    let messages: [Message] = try [.resized(screen.size)] + steps.flatMap { try $0.messages }
    for message in messages { _ = model.update(message) }
    return model.view(screen.size)
  }
}

/// What happens to the picker: keys in their notation, or news of some other kind, in words.
enum Step: Sendable, ExpressibleByStringLiteral {
  case keys(String)
  case news(String, Message)

  init(stringLiteral keys: String) { self = .keys(keys) }

  static func then(_ what: String, _ message: Message) -> Step { .news(what, message) }

  var messages: [Message] {
    get throws {
      switch self {
      case .news(_, let message): return [message]
      case .keys(let text):
        guard let keys = Key.keys(text) else { throw NotKeys(text: text) }
        return keys.map(Message.key)
      }
    }
  }
}

struct NotKeys: Error {
  var text: String
}
