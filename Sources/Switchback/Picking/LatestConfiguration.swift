import Accounts

/// What AWS's files and our settings say, read off the main actor when somebody first asks, and again once they have
/// changed.
@MainActor
final class LatestConfiguration {
  private var reading: Task<Configuration, Never>?
  /// The files as they were when they were read.
  private var stamps: [FileStamp] = []
  private let world: World

  /// `known` is what was read already, if anything was.
  init(_ known: Configuration?, _ world: World) {
    self.world = world
    update(known)
  }

  func value() async -> Configuration {
    let stamps = catalogueSources(world).map(FileStamp.init(of:))
    if stamps != self.stamps { reading = nil }
    self.stamps = stamps
    let task = reading ?? Task.detached { [world] in Configuration.read(in: world) }
    reading = task
    return await task.value
  }

  /// The files have changed: whoever asks next gets what was read of them since, or what they say then.
  func update(_ known: Configuration?) {
    stamps = catalogueSources(world).map(FileStamp.init(of:))
    reading = known.map { known in Task { known } }
  }
}
