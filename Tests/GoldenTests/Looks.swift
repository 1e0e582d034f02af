import Accounts
import Canvas
import Foundation
import Picker
import Terminal

/// The colour depth of a screen, by its name in file names.
enum Depth: String, Sendable, CaseIterable {
  case none
  case eight = "8"
  case sixteen = "16"
  case indexed = "256"
  case direct = "24bit"

  var words: String {
    switch self {
    case .none: "no colours"
    case .eight, .sixteen, .indexed: "\(rawValue) colours"
    case .direct: "24-bit colours"
    }
  }

  /// The colours of a terminal of this depth.
  var palette: Palette {
    switch self {
    case .none: Palette(depth: .none, count: 0)
    case .eight: Palette(depth: .ansi16, count: 8)
    case .sixteen: Palette(depth: .ansi16, count: 16)
    case .indexed: Palette(depth: .indexed256, count: 256)
    case .direct: Palette(depth: .truecolor, count: 0x100_0000)
    }
  }
}

/// The program's look for a theme of the `Themes` folder, or for none, on a terminal of this kind.
func look(theme name: String?, _ depth: Depth, isUTF8: Bool) throws -> Look {
  let shown = depth.palette.depth
  guard let name else { return Look(ascii: !isUTF8).shown(at: shown) }
  let file = folder.appending(path: "../../Themes/\(name).yaml")
  let yaml = try String(contentsOf: file, encoding: .utf8)
  guard let scheme = SchemeFile(yaml: yaml, file: name).scheme else {
    throw MissingThemeError(name: name)
  }
  return Look(dark: scheme, light: scheme, ascii: !isUTF8).shown(at: shown)
}

struct MissingThemeError: Error {
  var name: String
}

/// A style of the theme with its name.
struct Role: Equatable {
  var name: String
  var style: Style
}

extension Look {
  /// The roles in the theme's own order.
  var roles: [Role] {
    [("", theme.page), ("selected ", theme.selection), ("boxed ", theme.panel)]
      .flatMap { roles($0.0, of: $0.1) }
  }

  private func roles(_ prefix: String, of surface: Surface) -> [Role] {
    Mirror(reflecting: surface).children.compactMap { child in
      guard let name = child.label, let style = child.value as? Style else { return nil }
      return Role(name: prefix + name, style: style)
    }
  }

  /// The style of empty cells.
  var page: Style { theme.page.fill }
}
