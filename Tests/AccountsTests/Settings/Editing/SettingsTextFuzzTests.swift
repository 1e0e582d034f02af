import Accounts
import Foundation
import TestSupport
import Testing

/// SWITCHBACK_FUZZ is the number of texts, as a multiple of that of a quick run.
struct SettingsTextFuzzTests {
  private let times = ProcessInfo.processInfo.environment["SWITCHBACK_FUZZ"].flatMap(Int.init) ?? 1

  @Test(arguments: 0..<20 as Range<UInt64>)
  func changesOnlyWhatIsAskedFor(seed: UInt64) throws {
    for number in 0..<UInt64(25 * times) {
      var random = RandomSettings(seed: seed << 32 + number)
      var text = SettingsText(random.text(), file: "config.yaml")
      try #require(Settings(yaml: text.text, file: "f").isRead, "\(text.text)")
      for _ in 0..<4 { text = try changed(text, random.change()) }
    }
  }

  private func changed(_ before: SettingsText, _ change: SettingsChange) throws -> SettingsText {
    let after = try before.applying(change)
    let expected = Settings(yaml: before.text, file: "f").applying(change)
    let read = Settings(yaml: after.text, file: "f").withoutPlaces
    #expect(read == expected, "\(change) of:\n\(before.text)\ngave:\n\(after.text)")
    expectOnlyOneField(before.text, after.text, change)
    return after
  }

  /// The removed text was in one place, and no comment was removed with it.
  private func expectOnlyOneField(_ before: String, _ after: String, _ change: SettingsChange) {
    let old = Array(before.unicodeScalars)
    let new = Array(after.unicodeScalars)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let room = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(room).count
    let gone = old[start..<old.count - end]
    #expect(
      comments(in: before) == comments(in: after), "\(change) of:\n\(before)\ngave:\n\(after)")
    #expect(gone.count <= 80, "\(change) of:\n\(before)\ngave:\n\(after)")
  }

  private func comments(in text: String) -> [Substring] {
    text.split(separator: "# comment ").dropFirst().map { $0.prefix { $0 != ":" } }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func standsAnyText(seed: UInt64) {
    var random = RandomSettings(seed: seed)
    let pieces = [
      "entries", "name", "prod", "display", "theme", "sort", ": ", ":", "- ", "-", "\n", "\n",
      "\n  ",
      "\n    ", "{", "}", "[", "]", ", ", "\"", "'", "#", " # ", "&a ", "*a", "!t ", "|", ">", "? ",
      "~",
      "\r\n", "\r", "\u{85}", "\u{2028}", "\t", "---\n", "...\n", "\u{FEFF}", "é", "%YAML 1.1\n",
      "entries:\n- name: prod\n  ", "entries: [{name: prod, ", "display: x", "\\",
    ]
    for _ in 0..<500 * times {
      let count = Int.random(in: 0..<14, using: &random.random)
      let yaml = (0..<count).map { _ in random.random.one(of: pieces) }.joined()
      let change = random.change()
      guard let after = try? SettingsText(yaml, file: "f").applying(change) else { continue }
      let expected = Settings(yaml: yaml, file: "f").applying(change)
      let read = Settings(yaml: after.text, file: "f").withoutPlaces
      #expect(read == expected, "\(change) of:\n\(yaml)\ngave:\n\(after.text)")
    }
  }
}

extension Settings {
  fileprivate var isRead: Bool { !diagnostics.contains { $0.message.contains("not YAML") } }

  fileprivate var withoutPlaces: Settings {
    var settings = self
    settings.diagnostics = []
    settings.unreadProtections = []
    for index in entries.indices { settings.entries[index].origin.line = 0 }
    for index in rules.indices { settings.rules[index].origin = nil }
    for index in keys.indices { settings.keys[index].origin.line = 0 }
    settings.themeOrigin = nil
    return settings
  }

  /// The expected settings after a change, computed without any text.
  fileprivate func applying(_ change: SettingsChange) -> Settings {
    var settings = withoutPlaces
    switch change {
    case .label(let change, let name):
      if !settings.entries.contains(where: { $0.name == name }), change.says {
        settings.entries.append(EntrySettings(name: name, origin: Origin(file: "f", line: 0)))
      }
      for index in settings.entries.indices where settings.entries[index].name == name {
        change.apply(to: &settings.entries[index])
      }
    case .theme(let name, let variant):
      if variant != .light { settings.theme.dark = name }
      if variant != .dark { settings.theme.light = name }
    case .sort(let sort): settings.sort = sort
    case .mouse(let mouse): settings.mouse = mouse
    }
    return settings
  }
}

extension LabelChange {
  fileprivate var says: Bool {
    switch self {
    case .displayName(let text), .group(let text): text?.isEmpty == false
    case .color(let color): color != nil
    case .shortcut(let key): key != nil
    }
  }

  fileprivate func apply(to entry: inout EntrySettings) {
    switch self {
    case .displayName(let text): entry.displayName = says ? text : nil
    case .group(let text): entry.group = says ? text : nil
    case .color(let color): entry.color = color
    case .shortcut(let key): entry.shortcut = key
    }
  }
}
