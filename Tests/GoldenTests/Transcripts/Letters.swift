import Canvas

/// The letters for the styles of a screen.
///
/// A style of the theme has the same letter on every screen. Others have capitals, in the order of
/// their appearance.
struct Letters {
  struct Meaning {
    var letter: Character
    /// The theme's names for it.
    ///
    /// With the terminal's own colours several styles look the same.
    var names: [String]
    var style: Style
  }

  /// The styles that the screen shows.
  private(set) var meanings: [Meaning] = []
  private var letters: [Style: Character] = [:]

  init(_ frame: Frame, roles: [Role], page: Style) {
    let shown = Set(frame.cells.map(\.style))
    letters[page] = " "
    for (role, letter) in zip(roles, initials(of: roles.map(\.name))) {
      letters[role.style] = letters[role.style] ?? letter
    }
    for role in roles where shown.contains(role.style) { note(role) }
    var capitals = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")[...]
    for style in frame.cells.map(\.style) where letters[style] == nil {
      letters[style] = capitals.popFirst() ?? "#"
      meanings.append(Meaning(letter: letters[style] ?? "#", names: [], style: style))
    }
  }

  subscript(_ style: Style) -> Character { letters[style] ?? "?" }

  private mutating func note(_ role: Role) {
    if let known = meanings.firstIndex(where: { $0.style == role.style }) {
      meanings[known].names.append(role.name)
    } else {
      meanings.append(Meaning(letter: self[role.style], names: [role.name], style: role.style))
    }
  }
}

/// The first letter of each name that no earlier name has; any free letter if there is none.
func initials(of names: [String]) -> [Character] {
  var free = Set("abcdefghijklmnopqrstuvwxyz")
  return names.map { name in
    let letter = name.lowercased().first(where: free.contains) ?? free.min() ?? "?"
    free.remove(letter)
    return letter
  }
}
