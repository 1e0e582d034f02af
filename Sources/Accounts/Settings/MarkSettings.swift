/// How the terminal, besides its title, shows an entry's colour and name in its shell; nil for
/// settings that are not set.
package struct MarkSettings: Sendable, Hashable {
  /// The share of the entry's colour in the terminal's background: 0 for none, 1 for all.
  package var tint: Double?
  /// Whether the tab is coloured, in iTerm2, kitty and Windows Terminal.
  package var tabColor: Bool?
  package var tmux: Tmux?

  /// The settings for tmux.
  package enum Tmux: String, Sendable, Hashable, CaseIterable {
    case off
    /// The pane options `@switchback_label` and `@switchback_color`, for the user's own formats.
    case label
    /// These, and a border above each pane of the window that shows them.
    case border
  }

  package init(tint: Double? = nil, tabColor: Bool? = nil, tmux: Tmux? = nil) {
    self.tint = tint
    self.tabColor = tabColor
    self.tmux = tmux
  }

  /// These settings, completed by those of another.
  func completed(by other: MarkSettings) -> MarkSettings {
    MarkSettings(
      tint: tint ?? other.tint, tabColor: tabColor ?? other.tabColor, tmux: tmux ?? other.tmux)
  }

  static let keys = ["tint", "tab_color", "tab_colour", "tmux"]
}

extension Settings {
  /// The marks of an entry: its own settings, else those of the first rule that matches its name or
  /// display name, else those for all.
  package func marks(of entry: Entry) -> MarkSettings {
    let own = entries.last { $0.name == entry.name }?.marks ?? MarkSettings()
    let names = [entry.name, entry.label.displayName].map { $0.lowercased() }
    let rule = rules.first { rule in names.contains { rule.match.matches($0) } }
    return own.completed(by: rule?.marks ?? MarkSettings()).completed(by: marks)
  }

  /// True if the shell of any entry may change the terminal's background.
  package var usesTint: Bool {
    ([marks] + rules.map(\.marks) + entries.map(\.marks)).contains { $0.tint ?? 0 > 0 }
  }
}

extension YAMLReader {
  /// `tint`, `tab_color` (or `tab_colour`) and `tmux`, of the settings, a rule or an entry.
  mutating func marks(in fields: YAMLFields) -> MarkSettings {
    MarkSettings(
      tint: tint(in: fields),
      tabColor: flag("tab_color", in: fields) ?? flag("tab_colour", in: fields),
      tmux: choice("tmux", in: fields))
  }

  private mutating func tint(in fields: YAMLFields) -> Double? {
    value("tint", in: fields, expected: "on, off, or a share from 0 to 1 such as 0.1") { text in
      switch text.lowercased() {
      case "on", "true", "yes": 0.1
      case "off", "false", "no": 0
      default: Double(text).flatMap { (0...1).contains($0) ? $0 : nil }
      }
    }
  }
}
