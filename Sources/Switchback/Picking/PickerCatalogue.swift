import AWSConfig
import Accounts
import CPosix
import Credentials
import Foundation
import Glibc
import Search
import Text

/// What the picker shows: every entry, and the settings that decide on its looks.
struct PickerCatalogue: Sendable {
  var table: EntryTable
  /// Without entries and rules, where they come from a cache.
  var settings: Settings
  /// A sentence about what could not be read, or not as it was written.
  var notice: String
  /// Nil where it has not been read, since nothing has changed.
  var configuration: Configuration?
  /// True of entries as they were last time, where reading them anew takes longer than anybody waits.
  private(set) var isOutdated = false
  private let cache: CatalogueCache
  private let isCacheable: Bool
  private let readOnly: Bool
  private let unchecked: UncheckedConfiguration
  /// False of entries from a cache that were not looked at.
  private var wasChecked = true

  /// From the cache where every source is as it was; else read anew, though of large files perhaps later.
  ///
  /// With `readOnly` every entry is shown, and taken, as one that is always so.
  ///
  /// `wait` is called first where reading will take its time.
  init(readOnly: Bool, isRereading: Bool = false, _ world: World, wait: () -> Void) {
    let settingsFile = world.directories.settingsFile
    self.readOnly = readOnly
    cache = CatalogueCache(
      file: world.directories.catalogueFile, sources: catalogueSources(world),
      program: "/proc/self/exe")
    let isLarge = cache.sourceSize >= largeSource
    isCacheable = !readOnly && !world.ignoresSettings
    if isCacheable, !isRereading, let kept = cache.read(),
      let remarks = CachedRemarks(kept.pickerData),
      kept.changed.isEmpty || isLarge && !kept.changed.contains(settingsFile)
    {
      (table, settings, notice) = (kept.table, remarks.settings, remarks.notice)
      unchecked = UncheckedConfiguration(nil)
      wasChecked = remarks.isJudged
      // It may have been written since.
      if notice.isEmpty,
        let other = MisplacedSettings(inPlaceOf: settingsFile, world.environment, world.read)
      {
        notice = other.sentence
      }
      explainTruncatedFile(of: world.directories.catalogueFile)
      isOutdated = !kept.changed.isEmpty
      return
    }
    if isLarge { wait() }
    let configuration = Configuration.read(in: world)
    settings = configuration.settings
    notice = configurationNotice(configuration)
    unchecked = UncheckedConfiguration(configuration)
    table = cache.table(
      of: configuration.catalogue.entries, readOnly: readOnly,
      pickerData: CachedRemarks(settings: settings, notice: notice).data)
    // Of a hundred thousand profiles it is a hundred megabytes: then it is read again by whoever needs it.
    self.configuration = table.count > 10_000 ? nil : configuration
  }

  /// The entries as they are now.
  func reread(_ world: World) -> PickerCatalogue {
    PickerCatalogue(readOnly: false, isRereading: true, world) {}
  }

  /// Looks at what is wrong with entries where that is not known, and keeps them for the next start; to be called when there
  /// is time.
  ///
  /// Gives the entries once more where something is wrong with one of them.
  func checkEntries(_ world: World) -> EntryTable? {
    let read = unchecked.take()
    guard !isOutdated, read != nil || !wasChecked else { return nil }
    let judged = (read ?? Configuration.read(in: world)).checkedEntries(world)
    let isAsItWas = read != nil && !judged.hasTrouble
    let marked = isAsItWas ? table : table(of: judged.entries, isJudged: true)
    if isCacheable { save(marked, world) }
    return judged.hasTrouble ? marked : nil
  }

  /// Keeps what was read anew for the next start, and leaves it to that to look at what is wrong with it.
  func save(_ world: World) {
    guard let read = unchecked.take(), isCacheable else { return }
    save(table(of: read.catalogue.entries, isJudged: false), world)
  }

  private func table(of entries: [Entry], isJudged: Bool) -> EntryTable {
    cache.table(
      of: entries, readOnly: readOnly,
      pickerData: CachedRemarks(settings: settings, notice: notice, isJudged: isJudged).data)
  }

  private func save(_ table: EntryTable, _ world: World) {
    cache.write(table, now: world.clock.machineNow())
    if cache.sourceSize >= largeSource { switchback_return_memory() }
  }
}

extension CatalogueCache {
  fileprivate func table(of entries: [Entry], readOnly: Bool, pickerData: Data) -> EntryTable {
    var entries = entries
    if readOnly { for index in entries.indices { entries[index].label.readOnly = true } }
    return table(of: entries, pickerData: pickerData)
  }
}

/// The files that the catalogue is made of, and the one that refuses entries in the place of the last.
func catalogueSources(_ world: World) -> [String] {
  let paths = sharedFilePaths(environment: world.environment)
  let settingsFile = world.directories.settingsFile
  return [
    paths.config, paths.credentials, settingsFile,
    MisplacedSettings.otherFile(beside: settingsFile),
  ]
}

/// In bytes: what takes a tenth of a second to read.
private let largeSource = 4 << 20

/// Whether somebody has looked at the entries, and the notice, on a line, and then the settings.
private struct CachedRemarks {
  var settings: Settings
  var notice: String
  var isJudged = true

  init(settings: Settings, notice: String, isJudged: Bool = true) {
    (self.settings, self.notice, self.isJudged) = (settings, notice, isJudged)
  }

  init?(_ data: Data) {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let settings = Settings(pickerData: data[(end + 1)...])
    else { return nil }
    self.settings = settings
    isJudged = data.first == UInt8(ascii: "+")
    notice = String(decoding: data[..<end].dropFirst(), as: UTF8.self)
  }

  /// Empty, which is read as none, where the settings cannot be kept.
  var data: Data {
    let line = (isJudged ? "+" : "-") + notice.filter { !$0.isNewline } + "\n"
    return settings.pickerData.map { Data(line.utf8) + $0 } ?? Data()
  }
}

/// The catalogue is looked at where it lies: what is to be said where another program cuts it short meanwhile.
private func explainTruncatedFile(of file: String) {
  let sentence =
    "switchback: The catalogue in \(file.cleaned) was changed by another program; start again.\n"
  // It is there until the end, which it may be said at.
  switchback_explain_lost_bytes(strdup(sentence))
}
