import Accounts
import Canvas
import Picker
import Text

/// Prints the contrast of every role in the themes with these names, or in all themes.
///
/// Throws a `CommandError` if a theme cannot be used, or would be shown with too little contrast.
func printContrasts(
  of names: [String], at depth: ColorDepth, json: Bool, _ world: World
) throws {
  var (themes, problems) = world.themes(named: names)
  let checked = themes.map { ThemeContrasts($0, at: depth) }
  try world.print(
    json
      ? JSON.list(checked.map(\.json)).printed() + "\n"
      : checked.map(\.text).joined(separator: "\n"))
  problems += checked.filter { !$0.isEnough }.map {
    "In the theme \($0.theme.name) some text has too little contrast even as displayed."
  }
  guard problems.isEmpty else { throw CommandError.input(problems.joined(separator: "\n")) }
}

/// The contrast of every role of a theme, for people and for programs.
private struct ThemeContrasts {
  let theme: NamedScheme
  let roles: [RoleContrast]

  init(_ theme: NamedScheme, at depth: ColorDepth) {
    self.theme = theme
    roles = Picker.Theme.contrasts(of: theme.scheme, at: depth)
  }

  var isEnough: Bool { roles.allSatisfy(\.isEnough) }

  /// A line for each role, a column for each surface.
  var text: String {
    let surfaces = roles.map(\.surface).uniqued
    let rows = roles.map(\.role).uniqued.map { role in
      ["  " + role]
        + surfaces.map { surface in
          roles.first { $0.role == role && $0.surface == surface }?.text ?? ""
        }
    }
    let heading = [theme.name.cleaned] + surfaces
    return String(decoding: alignedColumns([heading] + rows), as: UTF8.self)
  }

  var json: JSON {
    .known(["name": .text(theme.name), "roles": .list(roles.map(JSON.init))])
  }
}

extension RoleContrast {
  /// The displayed contrast, after the scheme's contrast if it was adjusted.
  fileprivate var text: String {
    guard let shown else { return "the terminal's" }
    guard let given, roundedDown(given) != roundedDown(shown) else { return written(shown) }
    return "\(written(given)) → \(written(shown))"
  }
}

extension JSON {
  fileprivate init(_ contrast: RoleContrast) {
    self = .known([
      "surface": .text(contrast.surface),
      "role": .text(contrast.role),
      "least": .decimal(contrast.least),
      "given": contrast.given.map { .decimal(roundedDown($0)) },
      "shown": contrast.shown.map { .decimal(roundedDown($0)) },
    ])
  }
}

/// Two decimals, rounded down, so that too little contrast does not look like enough.
private func roundedDown(_ ratio: Double) -> Double { (ratio * 100).rounded(.down) / 100 }

/// The ratio in five columns, so that the decimal points are aligned.
private func written(_ ratio: Double) -> String {
  let hundredths = Int((ratio * 100).rounded(.down))
  let digits = "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  return digits.count < 5 ? " " + digits : digits
}

extension [String] {
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
