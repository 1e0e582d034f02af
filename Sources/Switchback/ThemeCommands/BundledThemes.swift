import Accounts

extension World {
  /// The user's own schemes, then the bundled ones.
  var schemes: Schemes { Schemes(folder: directories.config + "/themes", bundled: bundledThemes) }
}

/// The files of the repository's `Themes` folder, by name.
let bundledThemes = [
  "catppuccin-latte": PackageResources.catppuccin_latte_yaml,
  "catppuccin-mocha": PackageResources.catppuccin_mocha_yaml,
  "dark": PackageResources.dark_yaml,
  "deuteranopia": PackageResources.deuteranopia_yaml,
  "deuteranopia-light": PackageResources.deuteranopia_light_yaml,
  "dracula": PackageResources.dracula_yaml,
  "github": PackageResources.github_yaml,
  "gruvbox-dark": PackageResources.gruvbox_dark_yaml,
  "gruvbox-light": PackageResources.gruvbox_light_yaml,
  "high-contrast": PackageResources.high_contrast_yaml,
  "high-contrast-light": PackageResources.high_contrast_light_yaml,
  "light": PackageResources.light_yaml,
  "nord": PackageResources.nord_yaml,
  "one-dark": PackageResources.one_dark_yaml,
  "rose-pine": PackageResources.rose_pine_yaml,
  "rose-pine-dawn": PackageResources.rose_pine_dawn_yaml,
  "solarized-dark": PackageResources.solarized_dark_yaml,
  "solarized-light": PackageResources.solarized_light_yaml,
  "terminal": PackageResources.terminal_yaml,
  "tokyo-night": PackageResources.tokyo_night_yaml,
  "tritanopia": PackageResources.tritanopia_yaml,
  "tritanopia-light": PackageResources.tritanopia_light_yaml,
].mapValues { String(decoding: $0, as: UTF8.self) }

extension World {
  /// The themes with these names, or all themes, and a sentence for each that cannot be used.
  func themes(named names: [String] = []) -> (usable: [NamedScheme], problems: [String]) {
    let schemes = schemes
    var usable: [NamedScheme] = []
    var problems = names.isEmpty ? [schemes.listingProblem].compactMap(\.self) : []
    for name in names.isEmpty ? schemes.names : names {
      do {
        usable.append(try schemes.scheme(named: name))
      } catch {
        problems.append("\(error)")
      }
    }
    return (usable, problems)
  }
}
