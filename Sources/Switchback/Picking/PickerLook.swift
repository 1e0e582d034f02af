import Accounts
import Credentials
import Foundation
import Picker
import Terminal

/// The look of the picker: `--theme`, else `SWITCHBACK_THEME`, else the settings, else the
/// terminal's own colours.
struct PickerLook {
  var look: Look
  /// Why a theme of the settings is not used; empty if there is no problem.
  var problem = ""

  /// Throws `SchemeError` for a theme of the command line or the environment.
  ///
  /// A theme of the settings does not prevent switching.
  init(_ theme: String?, _ settings: Settings, _ world: World) throws {
    let ascii = !chooseTextLocale(world.environment)
    let variable = world.environment["SWITCHBACK_THEME"].flatMap { $0.isEmpty ? nil : $0 }
    if let name = theme ?? variable {
      let scheme = try world.schemes.scheme(named: name).scheme
      look = Look(dark: scheme, light: scheme, ascii: ascii)
    } else {
      let (configured, schemes) = (settings.theme, world.schemes)
      let dark = Result { try configured.dark.map(schemes.scheme)?.scheme ?? .terminal }
      let light =
        configured.light == configured.dark
        ? dark : Result { try configured.light.map(schemes.scheme)?.scheme ?? .terminal }
      look = Look(dark: dark.usable, light: light.usable, ascii: ascii)
      problem = [dark, light].lazy.compactMap(\.problem).first ?? ""
    }
    look = look.shown(onLight: hasLightBackground(world.environment))
  }
}

extension Result<Scheme, any Error> {
  fileprivate var usable: Scheme { (try? get()) ?? .terminal }

  fileprivate var problem: String? {
    if case .failure(let error) = self { "\(error)" } else { nil }
  }
}

/// True if the last field of `COLORFGBG` says that the terminal's background is light (7 or 15).
func hasLightBackground(_ environment: [String: String]) -> Bool {
  let background = environment["COLORFGBG"]?.split(separator: ";").last
  return background == "7" || background == "15"
}

/// The first state of the picker: the entries in their order, the history, and the theme.
func startingModel(
  _ catalogue: PickerCatalogue, query: String, look: Look, notice: String, _ world: World
) -> Model {
  let (table, settings) = (catalogue.table, catalogue.settings)
  let (usage, problem) = world.usage
  let now = Int(world.now().timeIntervalSince1970)
  var model = Model(
    table, pinned: usage.pins, recents: usage.recents, frecent: usage.likeliest,
    current: world.environment["SWITCHBACK_ENTRY"], sort: settings.sort,
    groupBy: settings.groupBy, query: query, now: now,
    notice: [notice, problem].filter { !$0.isEmpty }.joined(separator: " "),
    look: look, keymap: Keymap(settings.keys, vi: settings.vi))
  model.homeFolder = world.environment["HOME"] ?? ""
  model.utcOffset = world.utcOffset(now)
  model.isOutdated = catalogue.isOutdated
  return model
}

/// A sentence about problems with reading the files, which do not prevent the picker from opening.
func configurationNotice(_ configuration: Configuration) -> String {
  if let unread = configuration.unreadProtections.first {
    let origin = unread.diagnostic.origin
    return "\(origin.file):\(origin.line): \(unread.diagnostic.message) See `switchback config`."
  }
  if let unreadable = configuration.unreadable.first { return unreadable.message }
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
  /// The history's data about entries, and a sentence if it cannot be read, else an empty one.
  ///
  /// Without the history, only the order of the entries is lost.
  var usage: (Usage, problem: String) {
    do { return (try store.usage(), "") } catch { return (Usage(), "\(error)") }
  }
}
