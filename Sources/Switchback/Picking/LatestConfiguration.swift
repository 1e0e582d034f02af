import AWSConfig
import Accounts
import Credentials
import Files
import Synchronization

/// The configuration, read off the main actor at the first request, and again when its files have
/// changed.
@MainActor
final class LatestConfiguration {
  private var reading: Task<Configuration, Never>?
  /// The state of the files when they were read.
  private var stamps: [FileStamp] = []
  private let world: World

  /// `known` is the configuration that was read already, if any.
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

  /// Replaces the configuration after a change of the files; with nil, the next request reads them.
  func update(_ known: Configuration?) {
    stamps = catalogueSources(world).map(FileStamp.init(of:))
    reading = known.map { known in Task { known } }
  }
}

/// The configuration until its entries are checked for problems.
///
/// It is removed by the check, so that a very large configuration does not stay in memory.
final class UncheckedConfiguration: Sendable {
  private let configuration: Mutex<Configuration?>

  init(_ configuration: Configuration?) {
    self.configuration = Mutex(configuration)
  }

  /// Takes the configuration; nil if it was taken already, or if the entries came from the cache.
  func take() -> Configuration? {
    configuration.withLock { configuration in
      defer { configuration = nil }
      return configuration
    }
  }
}

extension Configuration {
  /// The entries with their problems, and whether any entry has one.
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
