/// What AWS's files and our settings say, read when somebody first asks, off the main actor.
@MainActor
final class LatestConfiguration {
  private var reading: Task<Configuration, Never>?
  private let world: World

  /// `known` is what was read already, if anything was.
  init(_ known: Configuration?, _ world: World) {
    self.world = world
    know(known)
  }

  func value() async -> Configuration {
    let task = reading ?? Task.detached { [world] in Configuration.read(in: world) }
    reading = task
    return await task.value
  }

  /// The files have changed: whoever asks next gets what was read of them since, or what they say then.
  func know(_ known: Configuration?) {
    reading = known.map { known in Task { known } }
  }
}
