import Accounts
import Picker
import Terminal

/// How the picker is to look: `--theme`, else `SWITCHBACK_THEME`, else the settings', else the terminal's own colours.
///
/// Throws `UnknownScheme`, and a `Failure` for a theme file that gives no scheme.
func chosenLook(
  _ theme: String?, _ settings: Settings, _ world: World
) throws -> Look {
  let ascii = !chooseTextLocale(world.environment)
  let settingsTheme =
    hasLightBackground(world.environment) ? settings.theme.light : settings.theme.dark
  guard let name = theme ?? world.environment["SWITCHBACK_THEME"] ?? settingsTheme else {
    return Look(ascii: ascii)
  }
  let schemes = Schemes(folder: world.places.config + "/themes", bundled: bundledThemes)
  let file = try schemes.file(named: name)
  guard let scheme = file.scheme else {
    let faults = file.diagnostics.map { "\($0.origin.file):\($0.origin.line): \($0.message)" }
    throw Failure.input("The theme \(name) cannot be used. " + faults.joined(separator: " "))
  }
  return Look(theme: Theme(scheme: scheme), ascii: ascii)
}

/// The themes of the repository's `Themes` folder, by name.
private let bundledThemes = [
  "dark": PackageResources.dark_yaml, "light": PackageResources.light_yaml,
  "high-contrast": PackageResources.high_contrast_yaml,
].mapValues { String(decoding: $0, as: UTF8.self) }

/// Whether the terminal says, in the last field of `COLORFGBG`, that its background is light (7 or 15).
func hasLightBackground(_ environment: [String: String]) -> Bool {
  let background = environment["COLORFGBG"]?.split(separator: ";").last
  return background == "7" || background == "15"
}
