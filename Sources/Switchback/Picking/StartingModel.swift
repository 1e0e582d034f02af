import Accounts
import Foundation
import Picker

/// What the picker starts with: entries in their order, what history says, and the theme.
func startingModel(
  _ catalogue: PickerCatalogue, query: String, look: Look, notice: String, _ world: World
) -> Model {
  let (table, settings) = (catalogue.table, catalogue.settings)
  let (usage, fault) = world.usage
  let now = Int(world.now().timeIntervalSince1970)
  var model = Model(
    table, pinned: usage.pins, recents: usage.recents, frecent: usage.likeliest,
    current: world.environment["SWITCHBACK_ENTRY"], sort: settings.sort,
    groupBy: settings.groupBy, query: query, now: now,
    notice: [notice, fault].filter { !$0.isEmpty }.joined(separator: " "),
    look: look, keymap: Keymap(settings.keys, vi: settings.vi))
  model.homeFolder = world.environment["HOME"] ?? ""
  model.utcOffset = world.utcOffset(now)
  model.isOutdated = catalogue.isOutdated
  return model
}

/// One sentence about what could not be read; the picker opens all the same.
func configurationNotice(_ configuration: Configuration) -> String {
  if let unread = configuration.unreadProtections.first {
    let origin = unread.diagnostic.origin
    return "\(origin.file):\(origin.line): \(unread.diagnostic.message) See `switchback config`."
  }
  if let fault = configuration.unreadable.first { return fault.message }
  if configuration.catalogue.entries.isEmpty, let absent = configuration.absent.first {
    return absent.sentence
  }
  if let other = configuration.otherSettings { return other.sentence }
  let count = configuration.diagnostics.count
  guard count > 0 else { return "" }
  return count == 1
    ? "1 problem in your config. Run `switchback config` to see it."
    : "\(count) problems in your config. Run `switchback config` to see them."
}

extension World {
  /// What history knows of entries, and a sentence about one that cannot be read, which costs the order and nothing
  /// else; an empty one where it was.
  var usage: (Usage, fault: String) {
    do { return (try store.usage(), "") } catch { return (Usage(), "\(error)") }
  }
}
