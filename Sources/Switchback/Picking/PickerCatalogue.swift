import AWSConfig
import Accounts
import CPosix
import Credentials
import Foundation
import Glibc
import Search
import Text

/// The content of the picker: all entries, and the settings for their look.
struct PickerCatalogue: Sendable {
  var table: EntryTable
  /// The settings; without entries and rules if they come from the cache.
  var settings: Settings
  /// A sentence about problems with reading the files.
  var notice: String
  /// Nil if it was not read because nothing has changed.
  var configuration: Configuration?
  /// True if the entries are those of the last start, because reading the files again takes too
  /// long.
  private(set) var isOutdated = false
  private let cache: CatalogueCache
  private let isCacheable: Bool
  private let readOnly: Bool
  private let unchecked: UncheckedConfiguration
  /// False for entries from the cache that were not checked for problems.
  private var wasChecked = true

  /// Takes the entries from the cache if no source has changed, else reads them.
  ///
  /// Large files may be read later.
  ///
  /// With `readOnly`, every entry is shown and used as read-only. `wait` is called before a long
  /// read.
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
      // The file may have been written since.
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
    // A hundred thousand profiles need 100 MB. A large configuration is read again when it is
    // needed.
    self.configuration = table.count > 10_000 ? nil : configuration
  }

  /// The catalogue, read again.
  func reread(_ world: World) -> PickerCatalogue {
    PickerCatalogue(readOnly: false, isRereading: true, world) {}
  }

  /// Checks the entries for problems unless that was done, and caches them for the next start.
  ///
  /// Gives the entries again if one of them has a problem. Call this when there is time.
  func checkEntries(_ world: World) -> EntryTable? {
    let read = unchecked.take()
    guard !isOutdated, read != nil || !wasChecked else { return nil }
    let judged = (read ?? Configuration.read(in: world)).checkedEntries(world)
    let isAsItWas = read != nil && !judged.hasTrouble
    let marked = isAsItWas ? table : table(of: judged.entries, isJudged: true)
    if isCacheable { save(marked, world) }
    return judged.hasTrouble ? marked : nil
  }

  /// Caches the entries for the next start, without checking them for problems.
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

/// The files of the catalogue, and the misplaced settings file, which may refuse entries.
func catalogueSources(_ world: World) -> [String] {
  let paths = sharedFilePaths(environment: world.environment)
  let settingsFile = world.directories.settingsFile
  return [
    paths.config, paths.credentials, settingsFile,
    MisplacedSettings.otherFile(beside: settingsFile),
  ]
}

/// The size of files that take about 100 ms to read, in bytes.
private let largeSource = 4 << 20

/// The data in the cache: a line with a mark for checked entries and the notice, then the settings.
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

  /// The data for the cache.
  ///
  /// Empty, which counts as missing, if the settings cannot be stored.
  var data: Data {
    let line = (isJudged ? "+" : "-") + notice.filter { !$0.isNewline } + "\n"
    return settings.pickerData.map { Data(line.utf8) + $0 } ?? Data()
  }
}

/// Sets the message for the case that another program truncates the catalogue, which is mapped into
/// memory.
private func explainTruncatedFile(of file: String) {
  let sentence =
    "switchback: The catalogue in \(file.cleaned) was changed by another program; start again.\n"
  // Never freed, since the message may be printed until the end of the process.
  switchback_explain_lost_bytes(strdup(sentence))
}
