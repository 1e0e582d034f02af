import Canvas
import Picker

/// A screen to record: the picker as it starts, and what happens to it.
struct Situation: Sendable {
  /// The folder of its goldens.
  let name: String
  let about: String
  let coverage: Coverage
  /// A theme of the `Themes` folder; nil for the terminal's own colours.
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

  /// The last frame of the picker.
  func frame(_ screen: Screen) throws -> Frame {
    var model = try model(look(theme: theme, screen.depth, isUTF8: screen.isUTF8))
    let messages: [Message] = try [.resized(screen.size)] + steps.flatMap { try $0.messages }
    for message in messages { _ = model.update(message) }
    return model.view(screen.size)
  }
}

/// A step of a situation: keys in their notation, or another message with a description.
enum Step: Sendable, ExpressibleByStringLiteral {
  case keys(String)
  case message(String, Message)

  init(stringLiteral keys: String) { self = .keys(keys) }

  static func then(_ description: String, _ message: Message) -> Step {
    .message(description, message)
  }

  var messages: [Message] {
    get throws {
      switch self {
      case .message(_, let message): return [message]
      case .keys(let text):
        guard let keys = Key.keys(text) else { throw InvalidKeysError(text: text) }
        return keys.map(Message.key)
      }
    }
  }
}

struct InvalidKeysError: Error {
  var text: String
}
