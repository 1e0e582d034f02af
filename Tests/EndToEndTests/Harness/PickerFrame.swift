import Accounts
import Canvas
import Foundation
import Picker
import Terminal

/// What the picker should show of some entries, on a terminal of some kind.
struct PickerFrame {
  /// As `--color` has it.
  var color: String
  /// Of the `Themes` folder; nil for the terminal's own colours.
  var theme: String?
  var isUTF8 = true
  var size: Tmux.Size

  var palette: Palette {
    switch color {
    case "never": Palette(depth: .none, count: 0)
    case "16": Palette(depth: .ansi16, count: 256)
    case "256": Palette(depth: .indexed256, count: 256)
    default: Palette(depth: .truecolor, count: 0x100_0000)
    }
  }

  /// The screen after keys, with no history and no session.
  func frame(_ entries: [ListedEntry], keys: String) throws -> Frame {
    let screen = Size(rows: size.rows, columns: size.columns)
    var model = Model(entries: entries.map(\.entry), now: 0, look: try look())
    _ = model.update(.resized(screen))
    for key in Key.keys(keys) ?? [] { _ = model.update(.key(key)) }
    return model.view(screen)
  }

  private func look() throws -> Look {
    let depth = palette.depth
    guard let theme else { return Look(ascii: !isUTF8).shown(at: depth) }
    let path = Repository.root.appending(path: "Themes/\(theme).yaml")
    let file = SchemeFile(yaml: try String(contentsOf: path, encoding: .utf8), file: theme)
    let scheme = file.scheme ?? .terminal
    return Look(dark: scheme, light: scheme, ascii: !isUTF8).shown(at: depth)
  }
}

/// One of what `switchback list --json` prints, whole.
struct ListedEntry: Decodable {
  struct Place: Decodable {
    var file: String
    var line: Int
  }

  var name: String
  var display_name: String
  var account_id: String?
  var role_name: String?
  var role_arn: String?
  var region: String?
  var color: String
  var group: String?
  var shortcut: String?
  var kind: String
  var origin: Place

  var entry: Accounts.Entry {
    Accounts.Entry(
      name: name,
      label: Label(
        displayName: display_name, color: Color(hex: color) ?? .black, group: group,
        shortcut: shortcut?.first),
      kind: Accounts.Entry.Kind(rawValue: kind) ?? .process, accountID: account_id,
      roleName: role_name, roleARN: role_arn, region: region,
      origin: Origin(file: origin.file, line: origin.line))
  }
}
