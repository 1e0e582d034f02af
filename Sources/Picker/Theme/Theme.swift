package import Accounts
package import Canvas

/// The styles of the screen, by the background that they stand on.
///
/// `theme.text` is short for `theme.page.text`, and so are all the others.
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
  /// Text on an account's own colour, in black or white, whichever is read better.
  package func badge(_ color: Color) -> Style {
    let shown = color.shown(at: depth)
    return switch shown {
    case .standard: Style(.standard, on: .standard, [.bold, .reverse])
    // Bold makes a grey of black where bold stands for bright.
    case .ansi where shown.xterm?.textColor == .black: Style(.ansi(0), on: shown)
    case .ansi: Style(.ansi(15), on: shown, .bold)
    case .rgb: Style(shown.textColor, on: shown, .bold)
    }
  }
}

extension Theme {
  /// The terminal's own colours, so readable wherever the user's other programs are.
  package static let terminal = Theme(scheme: .terminal)

  /// A theme of a scheme's colours as a terminal of a depth can show them, moved where their
  /// contrast is too low to read.
  ///
  /// On each background text reaches 4.5:1 and lines 3:1, whatever the scheme says (WCAG 2.2);
  /// where the terminal decides on colours, that is up to its theme. `terminal` is what its own
  /// background looks like. With `isAdjusted` false the colours stay as the scheme has them.
  package init(
    scheme: Scheme, at depth: ColorDepth = .truecolor, terminal: Color = .black,
    isAdjusted: Bool = true
  ) {
    let paints = ResolvedScheme(scheme, at: depth, terminal: terminal, isAdjusted: isAdjusted)
    func surface(_ color: Color) -> Surface {
      let background = color.shown(at: depth)
      return Surface(paints, on: background, ground: paints.ground(of: background))
    }
    self.depth = depth
    page = surface(paints[0x00])
    panel = paints[0x01] == .standard ? page : surface(paints[0x01])
    selection = paints.selection(on: page)
  }
}

/// How well one style of a theme can be read on its background.
package struct RoleContrast: Equatable, Sendable {
  /// `page`, `panel` or `selection`.
  package var surface: String
  package var role: String
  /// What it must have at least.
  package var least: Double
  /// What the scheme's own colours would have; nil where the terminal decides on one.
  package var given: Double?
  /// What it has as it is shown; nil where the terminal decides on a colour.
  package var shown: Double?
}

extension RoleContrast {
  /// False where it is known to be too little.
  package var isEnough: Bool { shown.map { $0 >= least } ?? true }
}

extension Theme {
  /// The contrast of every role on every surface, for a scheme shown at a depth.
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
