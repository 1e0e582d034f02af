import Accounts
import Canvas
import TestSupport

/// Settings files in the styles of many people, built from pieces.
struct RandomSettings {
  var random: RandomNumbers
  private var lineBreak = "\n"
  private var comments = 0

  init(seed: UInt64) {
    random = RandomNumbers(seed: seed)
  }

  mutating func text() -> String {
    lineBreak = random.one(of: ["\n", "\n", "\r\n"])
    var parts = [part(theme), part(sort), part(rules), part(unknown), part(entries)]
    parts.shuffle(using: &random)
    var text = random.chance(10) ? "\u{FEFF}" : ""
    if random.chance(10) { text += "---" + lineBreak }
    text += parts.joined(separator: random.chance(50) ? lineBreak : "")
    if random.chance(30), text.hasSuffix(lineBreak) { text.removeLast() }
    return text
  }

  private mutating func part(_ make: (inout RandomSettings) -> [String]) -> String {
    guard random.chance(80) else { return "" }
    var lines = make(&self)
    if random.chance(20) { lines.insert(comment(), at: 0) }
    return lines.map { $0 + lineBreak }.joined()
  }

  private mutating func comment() -> String {
    comments += 1
    return "# comment \(comments): not 'quoted', not {closed"
  }

  /// A comment after a value, or nothing.
  private mutating func remark() -> String {
    random.chance(25) ? random.one(of: [" ", "   "]) + comment() : ""
  }
}

extension RandomSettings {
  private func theme(_ all: inout RandomSettings) -> [String] {
    switch Int.random(in: 0..<4, using: &all.random) {
    case 0: ["theme: nord" + all.remark()]
    case 1: ["theme: {dark: nord, light: github}" + all.remark()]
    case 2: ["theme: # both" + "", "  dark: nord" + all.remark(), "", "  light: 'github'"]
    default: ["theme:" + all.remark()]
    }
  }

  private func sort(_ all: inout RandomSettings) -> [String] {
    [all.random.one(of: ["sort: name", "sort : \"file\"", "'sort': recent"]) + all.remark()]
  }

  private func rules(_ all: inout RandomSettings) -> [String] {
    ["rules:", "- match: \"*prod*\"" + all.remark(), "  color: red"]
  }

  private func unknown(_ all: inout RandomSettings) -> [String] {
    [
      "x-notes: |", "  name: prod", "    # no comment", "  color: blue",
      "x-list: [a, {b: c}, \"]\"]",
    ]
  }

  private func entries(_ all: inout RandomSettings) -> [String] {
    let names = ["prod", "dev", "off", "team/a", "日本"].prefix(
      Int.random(in: 0...5, using: &all.random))
    if names.isEmpty {
      return [all.random.one(of: ["entries:", "entries: []", "entries: ~"]) + all.remark()]
    }
    guard all.random.chance(75) else {
      let items = names.map { all.flowEntry($0) }
      return ["entries: [" + items.joined(separator: ", ") + "]" + all.remark()]
    }
    let indent = String(repeating: " ", count: all.random.one(of: [0, 2, 4]))
    let gap = all.random.one(of: [2, 2, 4])
    return ["entries:" + all.remark()]
      + names.flatMap { all.entry($0, indent: indent, gap: gap) }
  }

  private mutating func entry(_ name: String, indent: String, gap: Int) -> [String] {
    let dash = indent + "-" + String(repeating: " ", count: gap - 1)
    if random.chance(15) { return [dash + flowEntry(name) + remark()] }
    var lines = fields(name).shuffled(using: &random).flatMap { field in
      random.chance(10) ? [comment(), field] : [field]
    }
    if lines[0].hasPrefix("#") { lines.removeFirst() }
    let space = indent + String(repeating: " ", count: gap)
    lines = [dash + lines[0]] + lines.dropFirst().map { $0.isEmpty ? "" : space + $0 }
    if random.chance(15) { lines.append("") }
    return lines
  }

  private mutating func fields(_ name: String) -> [String] {
    var fields = ["name: " + quoted(name) + remark()]
    for (key, values) in Self.values where random.chance(40) {
      let key = random.chance(10) ? "\"\(key)\"" : key
      fields.append(key + random.one(of: [": ", ": ", ":   "]) + random.one(of: values) + remark())
    }
    if random.chance(10) { fields.append("region:") }
    if random.chance(15) { fields.append("external_id: \"a # b: {c\"") }
    return fields
  }

  private mutating func flowEntry(_ name: String) -> String {
    var fields = ["name: " + quoted(name)]
    for (key, values) in Self.values where random.chance(40) {
      fields.append(
        key + ": " + random.one(of: values.filter { !$0.contains(",") || $0.hasPrefix("\"") }))
    }
    fields.shuffle(using: &random)
    return "{" + fields.joined(separator: random.one(of: [", ", ","])) + "}"
  }

  private mutating func quoted(_ name: String) -> String {
    random.one(of: [name, "'\(name)'", "\"\(name)\""])
  }

  private static let values: [(String, [String])] = [
    (
      "display",
      ["Shown", "'It''s, # shown'", "\"Two \\\" words: {\"", "Production, admin", "!!str off"]
    ),
    ("color", ["red", "\"#d13212\"", "'#1d8102'", "d13212"]),
    ("group", ["payments", "off", "\"a, b\"", "&anchor ops"]),
    ("shortcut", ["p", "\"1\"", "'#'"]),
    ("confirm", ["true", "no"]),
  ]
}

extension RandomSettings {
  /// A change of an existing or missing entry, or of a setting for all.
  mutating func change() -> SettingsChange {
    let name = random.one(of: ["prod", "dev", "off", "team/a", "日本", "new one", "42"])
    return switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: .label(.displayName(random.one(of: Self.names)), ofEntry: name)
    case 2:
      .label(.color(random.one(of: [nil, .rgb(1, 2, 3), Color(label: "teal")])), ofEntry: name)
    case 3: .label(.group(random.one(of: Self.names)), ofEntry: name)
    case 4: .label(.shortcut(random.one(of: [nil, "y", "#", "é", "7", "\""])), ofEntry: name)
    case 5: .sort(random.one(of: Settings.Sort.allCases))
    case 6: .mouse(random.one(of: Settings.Mouse.allCases))
    default:
      .theme(
        random.one(of: ["nord", "on", "ayu dark"]), for: random.one(of: [nil, .dark, .light]))
    }
  }

  private static let names: [String?] = [
    nil, "", "Plain", "a: b # c", "off", "1.5", "{x}, [y]", "\"'\\", "\n\t\u{7}", "日本 👩\u{200D}💻",
    " x ",
    "e\u{301}", "- x", "? y", "x,y",
  ]
}
