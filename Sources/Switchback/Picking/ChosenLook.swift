import Accounts
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
