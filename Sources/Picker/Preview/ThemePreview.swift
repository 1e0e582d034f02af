package import Accounts
package import Canvas

/// The screen for choosing a theme: the names, and beside or below them the picker as each makes it
/// look.
package struct ThemePreview: Equatable, Sendable {
  let themes: [NamedScheme]
  /// The place of the theme that is shown.
  var place: Int
  /// How many colours it is shown with, and the most that the terminal has.
  var depth: ColorDepth
  let mostColors: ColorDepth
  /// The place of the sample that is shown.
  var sample = 0
  /// What was typed of a theme's name, until the next other key.
  var typed = ""
  let samples = Model.samples
  var size = Size(rows: 24, columns: 80)
  let isLight: Bool
  let ascii: Bool

  /// The screen over themes, that of `name` shown first, on a terminal that shows so many colours
  /// and may be light.
  package init(
    _ themes: [NamedScheme], at name: String? = nil, depth: ColorDepth = .truecolor,
    isLight: Bool = false, ascii: Bool = false
  ) {
    self.themes = themes
    place = themes.firstIndex { $0.name == name } ?? 0
    self.depth = depth
    mostColors = depth
    self.isLight = isLight
    self.ascii = ascii
  }
}

extension ThemePreview {
  /// Something that the screen wants done, outside.
  package enum Effect: Equatable, Sendable {
    /// Close the screen: the theme of this name it is.
    case choose(String)
    /// Close the screen, with nothing chosen.
    case leave
    case suspend, redraw
  }

  /// The theme that is shown; nil where there is none at all.
  var shown: NamedScheme? { themes.indices.contains(place) ? themes[place] : nil }

  /// How everything looks now.
  var look: Look {
    let scheme = shown?.scheme ?? .terminal
    return Look(dark: scheme, light: scheme, ascii: ascii).shown(at: depth).shown(onLight: isLight)
  }
}
