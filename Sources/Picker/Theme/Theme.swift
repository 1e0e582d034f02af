package import Accounts
package import Canvas

/// The styles of the screen, by background.
///
/// `theme.text` is short for `theme.page.text`, and likewise for all others.
@dynamicMemberLookup
package struct Theme: Equatable, Sendable {
  package var page: Surface
  /// Boxes that lie over the page.
  package var panel: Surface
  /// The current row, from edge to edge.
  package var selection: Surface
  package let depth: ColorDepth

  package subscript(dynamicMember style: KeyPath<Surface, Style>) -> Style {
    page[keyPath: style]
  }
}

extension Theme {
  /// The style of text on an entry's own colour, in black or white, whichever is more readable.
  package func badge(_ color: Color) -> Style {
    let shown = color.shown(at: depth)
    return switch shown {
    case .standard: Style(.standard, on: .standard, [.bold, .reverse])
    // On terminals that show bold as bright, bold black is grey.
    case .ansi where shown.xterm?.textColor == .black: Style(.ansi(0), on: shown)
    case .ansi: Style(.ansi(15), on: shown, .bold)
    case .rgb: Style(shown.textColor, on: shown, .bold)
    }
  }
}

extension Theme {
  /// The theme of the terminal's own colours, as readable as the user's other programs.
  package static let terminal = Theme(scheme: .terminal)

  /// Creates a theme from a scheme for a terminal with a given colour depth.
  ///
  /// Colours with too little contrast are adjusted.
  ///
  /// On each background text reaches a contrast of 4.5:1 and lines 3:1, whatever the scheme defines
  /// (WCAG 2.2). Colours that the terminal defines depend on its theme. `terminal` is the colour of
  /// its own background. If `isAdjusted` is false, the colours stay as the scheme defines them.
  package init(
    scheme: Scheme, at depth: ColorDepth = .truecolor, terminal: Color = .black,
    isAdjusted: Bool = true
  ) {
    let resolved = ResolvedScheme(scheme, at: depth, terminal: terminal, isAdjusted: isAdjusted)
    func surface(_ color: Color) -> Surface {
      let background = color.shown(at: depth)
      return Surface(resolved, on: background, ground: resolved.ground(of: background))
    }
    self.depth = depth
    page = surface(resolved[0x00])
    panel = resolved[0x01] == .standard ? page : surface(resolved[0x01])
    selection = resolved.selection(on: page)
  }
}

/// The contrast of one style of a theme with its background.
package struct RoleContrast: Equatable, Sendable {
  /// `page`, `panel` or `selection`.
  package var surface: String
  package var role: String
  /// The minimum contrast.
  package var least: Double
  /// The contrast of the scheme's own colours; nil if the terminal defines one of them.
  package var given: Double?
  /// The contrast as shown; nil if the terminal defines one of the colours.
  package var shown: Double?
}

extension RoleContrast {
  /// Whether the contrast is sufficient, or not known.
  package var isEnough: Bool { shown.map { $0 >= least } ?? true }
}

extension Theme {
  /// The contrast of every role on every surface, for a scheme at a given colour depth.
  package static func contrasts(of scheme: Scheme, at depth: ColorDepth) -> [RoleContrast] {
    let given = Theme(scheme: scheme, at: depth, isAdjusted: false)
    let shown = Theme(scheme: scheme, at: depth)
    return surfaces.flatMap { name, surface in
      Surface.roles.map { role in
        RoleContrast(
          surface: name, role: role.name, least: role.leastContrast,
          given: given[keyPath: surface][keyPath: role.style].contrast,
          shown: shown[keyPath: surface][keyPath: role.style].contrast)
      }
    }
  }

  private static var surfaces: [(String, KeyPath<Theme, Surface>)] {
    [("page", \.page), ("panel", \.panel), ("selection", \.selection)]
  }
}

extension Style {
  fileprivate var contrast: Double? { foreground.contrast(with: background) }
}
