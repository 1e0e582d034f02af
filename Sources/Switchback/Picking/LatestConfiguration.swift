import AWSConfig
import Accounts
import Credentials
import Files
import Synchronization

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

/// What was read of entries, until somebody has time to look at what is wrong with them.
///
/// Whoever looks takes it along, so that the files of a hundred thousand are not kept in memory for it.
final class UncheckedConfiguration: Sendable {
  private let configuration: Mutex<Configuration?>

  init(_ configuration: Configuration?) {
    self.configuration = Mutex(configuration)
  }

  /// What was read; nil where somebody has looked already, or nothing was read anew.
  func take() -> Configuration? {
    configuration.withLock { configuration in
      defer { configuration = nil }
      return configuration
    }
  }
}

extension Configuration {
  /// The entries with what is wrong with them, and whether anything is.
  func checkedEntries(_ world: World) -> (entries: [Entry], hasTrouble: Bool) {
    let problems = problems(world)
    var entries = catalogue.entries
    guard !problems.judgements.isEmpty else { return (entries, false) }
    var hasTrouble = false
    for index in entries.indices {
      entries[index].trouble = problems.judgements[entries[index].name]?.trouble
      hasTrouble = hasTrouble || entries[index].trouble != nil
    }
    return (entries, hasTrouble)
  }
}
