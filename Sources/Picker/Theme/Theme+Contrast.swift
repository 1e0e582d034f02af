package import Accounts
package import Canvas

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
