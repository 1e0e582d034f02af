import Accounts
import Canvas
import Picker
import Text

/// Prints the contrast of every role in the themes of these names, or in all; throws a `CommandError`
/// where one cannot be used, or would be shown with too little.
func printContrasts(
  of names: [String], at depth: ColorDepth, json: Bool, _ world: World
) throws {
  var (themes, faults) = world.themes(named: names)
  let checked = themes.map { ThemeContrasts($0, at: depth) }
  try world.print(
    json
      ? JSON.list(checked.map(\.json)).printed() + "\n"
      : checked.map(\.text).joined(separator: "\n"))
  faults += checked.filter { !$0.isEnough }.map {
    "In the theme \($0.theme.name) some text has too little contrast even as it is shown."
  }
  guard faults.isEmpty else { throw CommandError.input(faults.joined(separator: "\n")) }
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
  /// What it has, after what the scheme gave it where that was moved.
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

/// Two decimals, rounded down: what falls short must not look as if it did not.
private func roundedDown(_ ratio: Double) -> Double { (ratio * 100).rounded(.down) / 100 }

/// In five columns, so that the points of a column stand below each other.
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
