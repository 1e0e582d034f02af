import Accounts
import Credentials
import Foundation
import Picker
import Terminal

/// How the picker is to look: `--theme`, else `SWITCHBACK_THEME`, else the settings', else the
/// terminal's own colours.
struct PickerLook {
  var look: Look
  /// Why a theme of the settings is not used; empty where all is well.
  var fault = ""

  /// Throws `SchemeError` for a theme of the command line or the environment; one of the settings
  /// does not keep from switching.
  init(_ theme: String?, _ settings: Settings, _ world: World) throws {
    let ascii = !chooseTextLocale(world.environment)
    let variable = world.environment["SWITCHBACK_THEME"].flatMap { $0.isEmpty ? nil : $0 }
    if let name = theme ?? variable {
      let scheme = try world.schemes.scheme(named: name).scheme
      look = Look(dark: scheme, light: scheme, ascii: ascii)
    } else {
      let (choice, schemes) = (settings.theme, world.schemes)
      let dark = Result { try choice.dark.map(schemes.scheme)?.scheme ?? .terminal }
      let light =
        choice.light == choice.dark
        ? dark : Result { try choice.light.map(schemes.scheme)?.scheme ?? .terminal }
      look = Look(dark: dark.usable, light: light.usable, ascii: ascii)
      fault = [dark, light].lazy.compactMap(\.fault).first ?? ""
    }
    look = look.shown(onLight: hasLightBackground(world.environment))
  }
}

extension Result<Scheme, any Error> {
  fileprivate var usable: Scheme { (try? get()) ?? .terminal }

  fileprivate var fault: String? {
    if case .failure(let error) = self { "\(error)" } else { nil }
  }
}

/// Whether the terminal says, in the last field of `COLORFGBG`, that its background is light (7 or
/// 15).
func hasLightBackground(_ environment: [String: String]) -> Bool {
  let background = environment["COLORFGBG"]?.split(separator: ";").last
  return background == "7" || background == "15"
}

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
  let count = configuration.allDiagnostics.count
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
