import Accounts
import Canvas
import Testing

/// A text, a change, and the text after it.
struct Edited: CustomTestStringConvertible {
  let before: String
  let change: SettingsChange
  let after: String

  init(_ before: String, _ change: SettingsChange, _ after: String) {
    self.before = before
    self.change = change
    self.after = after
  }

  var testDescription: String { "\(change) in \(before)" }

  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let text = SettingsText(before, file: "config.yaml")
    let result = try text.applying(change).text
    #expect(Array(result.utf8) == Array(after.utf8), "\(result)", sourceLocation: location)
  }
}

extension SettingsChange {
  static func prod(_ change: LabelChange) -> SettingsChange { .label(change, ofEntry: "prod") }
}

struct SettingsTextTests {
  @Test(arguments: [
    Edited(
      "entries:\n  - name: prod\n    display: Old  # why\n",
      .prod(.displayName("New")), "entries:\n  - name: prod\n    display: New  # why\n"),
    Edited(
      "entries:\n- display_name: 'It''s' # c\n  name: \"prod\"",
      .prod(.displayName("New")), "entries:\n- display_name: New # c\n  name: \"prod\""),
    Edited(
      "entries:\r\n  - {name: prod, display: X}\r\n",
      .prod(.displayName("a, b")), "entries:\r\n  - {name: prod, display: \"a, b\"}\r\n"),
    Edited(
      "entries: [{name: prod, color: red}]",
      .prod(.color(.rgb(1, 2, 3))), "entries: [{name: prod, color: \"#010203\"}]"),
    Edited(
      "\u{FEFF}entries:\n- name: prod\n  display: |\n    Two\n    lines\n\n  group: g\n",
      .prod(.displayName("One")), "\u{FEFF}entries:\n- name: prod\n  display: One\n\n  group: g\n"),
    Edited(
      "entries:\n- name: prod\n  display: over\n    two lines\n  group: g\n",
      .prod(.displayName("One")), "entries:\n- name: prod\n  display: One\n  group: g\n"),
    Edited(
      "entries:\n- name: prod\n  group: &g payments # anchor\n",
      .prod(.group("Éclair")), "entries:\n- name: prod\n  group: &g Éclair # anchor\n"),
    Edited(
      "entries:\n- name: prod\n  'group': !!str x\n",
      .prod(.group("y")), "entries:\n- name: prod\n  'group': !!str \"y\"\n"),
    Edited(
      "x: &g payments\nentries:\n- name: prod\n  group: *g\n",
      .prod(.group("ops")), "x: &g payments\nentries:\n- name: prod\n  group: ops\n"),
    Edited(
      "entries:\n- name: prod\n  color:  # to come\n",
      .prod(.color(Color(label: "red"))), "entries:\n- name: prod\n  color: red  # to come\n"),
    Edited(
      "entries:\n- {name: prod, color}\n",
      .prod(.color(Color(label: "red"))), "entries:\n- {name: prod, color: red}\n"),
    Edited(
      "{\"entries\":[{\"name\":\"prod\",\"shortcut\":\"p\"}]}",
      .prod(.shortcut("q")), "{\"entries\":[{\"name\":\"prod\",\"shortcut\":q}]}"),
  ])
  func replacesAValue(edited: Edited) throws { try edited.check() }

  @Test(arguments: [
    Edited(
      "entries:\n  - name: prod\n    color: red # stays\n  - name: b\n",
      .prod(.displayName("New")),
      "entries:\n  - name: prod\n    display: New\n    color: red # stays\n  - name: b\n"),
    Edited(
      "entries:\r\n-   name: prod # n\r\n    # about the colour\r\n    color: red",
      .prod(.group("g")),
      "entries:\r\n-   name: prod # n\r\n    # about the colour\r\n    color: red\r\n    group: g"),
    Edited(
      "entries: [{name: prod}, {name: b}]\n",
      .prod(.shortcut("1")), "entries: [{name: prod, shortcut: \"1\"}, {name: b}]\n"),
    Edited(
      "entries:\n- name: prod\n- name: b\n- name: prod\n",
      .prod(.group("g")), "entries:\n- name: prod\n- name: b\n- name: prod\n  group: g\n"),
  ])
  func addsAKey(edited: Edited) throws { try edited.check() }

  @Test(arguments: [
    Edited("", .prod(.group("g")), "entries:\n  - name: prod\n    group: g\n"),
    Edited("# mine", .prod(.group("g")), "# mine\nentries:\n  - name: prod\n    group: g"),
    Edited(
      "---\r\n# mine\r\n", .prod(.group("g")),
      "---\r\n# mine\r\nentries:\r\n  - name: prod\r\n    group: g\r\n"),
    Edited(
      "sort: name\n\n# end\n", .prod(.group("g")),
      "sort: name\nentries:\n  - name: prod\n    group: g\n\n# end\n"),
    Edited(
      "entries: # none\nsort: name\n", .prod(.group("g")),
      "entries: # none\n  - name: prod\n    group: g\nsort: name\n"),
    Edited(
      "entries: []\n", .prod(.group("g")), "entries: [{name: prod, group: g}]\n"),
    Edited(
      "entries: ~ # none\n", .prod(.group("g")), "entries: [{name: prod, group: g}] # none\n"),
    Edited(
      "entries: [{name: a}, # first\n  {name: b}, # last\n]\n", .prod(.group("g")),
      "entries: [{name: a}, # first\n  {name: b}, {name: prod, group: g}, # last\n]\n"),
    Edited(
      "entries:\n    -   name: a\n        color: red # c\n        # group: x\n\nsort: name\n",
      .prod(.group("g")),
      "entries:\n    -   name: a\n        color: red # c\n        # group: x\n"
        + "    -   name: prod\n        group: g\n\nsort: name\n"),
    Edited(
      "entries:\n-\n  name: a\n# - name: old\n", .prod(.group("g")),
      "entries:\n-\n  name: a\n- name: prod\n  group: g\n# - name: old\n"),
    Edited(
      "{sort: name}", .prod(.group("g")), "{sort: name, entries: [{name: prod, group: g}]}"),
  ])
  func addsAnEntry(edited: Edited) throws { try edited.check() }

  @Test(arguments: [
    Edited(
      "entries:\n- name: prod\n  color: red\n  group: g\n",
      .prod(.color(nil)), "entries:\n- name: prod\n  group: g\n"),
    Edited(
      "entries:\n- name: prod\n  color: red # why\n  group: g\n",
      .prod(.color(nil)), "entries:\n- name: prod\n  # why\n  group: g\n"),
    Edited(
      "entries:\n- color: red\n  name: prod\n", .prod(.color(nil)), "entries:\n- name: prod\n"),
    Edited(
      "entries:\n- color: red # why\n  name: prod\n",
      .prod(.color(nil)), "entries:\n- # why\n  name: prod\n"),
    Edited(
      "entries:\r\n- name: prod\r\n  color: red",
      .prod(.color(nil)), "entries:\r\n- name: prod"),
    Edited(
      "entries:\n- {name: prod, color: red}\n", .prod(.color(nil)), "entries:\n- {name: prod}\n"),
    Edited(
      "entries:\n- {color: red, name: prod}\n", .prod(.color(nil)), "entries:\n- {name: prod}\n"),
    Edited(
      "entries:\n- {name: prod, # n\n   color: red, # c\n   group: g}\n",
      .prod(.color(nil)), "entries:\n- {name: prod, # n\n   # c\n   group: g}\n"),
    Edited(
      "entries:\n- {\n  name: prod, # n\n  color: red\n  }\n",
      .prod(.color(nil)), "entries:\n- {\n  name: prod, # n\n  }\n"),
    Edited(
      "entries:\n- name: prod\n  display: A\n  display_name: B\n",
      .prod(.displayName("")), "entries:\n- name: prod\n"),
    Edited(
      "entries:\n- name: prod\n  colour: red\n", .prod(.color(nil)), "entries:\n- name: prod\n"),
    Edited(
      "entries:\n- name: prod\n  colour: red\n", .prod(.color(Color(label: "blue"))),
      "entries:\n- name: prod\n  colour: blue\n"),
    Edited("sort: name\n", .prod(.color(nil)), "sort: name\n"),
  ])
  func takesAKeyOut(edited: Edited) throws { try edited.check() }

  @Test(arguments: [
    Edited("sort: name # by\n", .sort(.file), "sort: file # by\n"),
    Edited("sort: name", .mouse(.off), "sort: name\nmouse: \"off\""),
    Edited("theme: nord\nrules: []\n", .sort(.file), "theme: nord\nsort: file\nrules: []\n"),
    Edited("theme: nord\n", .theme("ayu", for: nil), "theme: ayu\n"),
    Edited("theme: nord\n", .theme("ayu", for: .light), "theme: {dark: nord, light: ayu}\n"),
    Edited("# t\n", .theme("ayu", for: .light), "# t\ntheme: {light: ayu}\n"),
    Edited(
      "theme: {dark: nord, light: github} # both\n", .theme("ayu", for: .dark),
      "theme: {dark: ayu, light: github} # both\n"),
    Edited(
      "theme:\n  light: github # day\nsort: name\n", .theme("ayu", for: nil),
      "theme:\n  light: ayu # day\n  dark: ayu\nsort: name\n"),
    Edited("{}", .sort(.file), "{sort: file}"),
    Edited("theme:\n  dark: nord\n", .sort(.file), "theme:\n  dark: nord\nsort: file\n"),
    Edited("sort: name\n", .sort(.name), "sort: name\n"),
  ])
  func setsWhatHoldsForAll(edited: Edited) throws { try edited.check() }

  @Test(arguments: [
    ("Production, admin", "Production, admin"), ("a: b", "\"a: b\""), ("#1", "\"#1\""),
    ("off", "\"off\""), ("No", "\"No\""), ("111111111111", "\"111111111111\""),
    ("1e3", "\"1e3\""), ("- x", "\"- x\""), (" x", "\" x\""), ("x ", "\"x \""),
    ("a\"b\\", "\"a\\\"b\\\\\""), ("a\nb\tc", "\"a\\nb\\tc\""), ("日本 🚀", "日本 🚀"),
    ("👩\u{200D}💻", "\"👩\u{200D}💻\""), ("x\u{2028}y", "\"x\\U00002028y\""),
    ("\u{202E}x", "\"\\U0000202Ex\""), ("a & b's (c)", "a & b's (c)"), ("*x", "\"*x\""),
    ("{x}", "\"{x}\""), ("x # y", "\"x # y\""), ("~", "\"~\""), ("\u{7}", "\"\\U00000007\""),
    ("e\u{301}", "e\u{301}"), ("---", "\"---\""),
  ])
  func quotesOnlyWhatMustBe(name: String, written: String) throws {
    try Edited(
      "entries:\n- name: prod\n", .prod(.displayName(name)),
      "entries:\n- name: prod\n  display: \(written)\n"
    ).check()
  }
}
