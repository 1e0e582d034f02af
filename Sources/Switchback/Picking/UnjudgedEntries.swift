import AWSConfig
import Accounts
import Synchronization

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
