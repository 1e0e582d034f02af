import Synchronization
@testable import Switchback

/// What a command has printed and said, for one test.
final class Output: Sendable {
  private let lines = Mutex<(printed: String, said: [String])>(("", []))

  var printed: String { lines.withLock { $0.printed } }
  var said: [String] { lines.withLock { $0.said } }

  /// The world, whose standard output and error come here.
  func of(_ world: World) -> World {
    var world = world
    world.write = { [self] bytes in
      lines.withLock { $0.printed += String(decoding: bytes, as: UTF8.self) }
    }
    world.say = { [self] sentence in lines.withLock { $0.said.append(sentence) } }
    return world
  }
}
