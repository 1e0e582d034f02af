import Canvas
import Testing
@testable import Accounts

/// A mistake in the file never removes protection: it applies, or the entry is refused.
struct UnreadProtectionTests {
  private static let protected = "entries:\n- name: prod\n  confirm: true\n  read_only: true\n"

  private func entry(_ name: String) -> Entry {
    Entry(
      name: name, label: Label(displayName: name, color: .ansi(1)), kind: .staticKeys,
      origin: Origin(file: "config", line: 1))
  }

  private func isRefused(_ settings: Settings, _ name: String = "prod") -> Bool {
    settings.unreadProtection(of: entry(name)) != nil
  }

  private func protects(_ settings: Settings) -> Bool {
    settings.entries.contains { $0.name == "prod" && $0.confirm == true && $0.readOnly == true }
  }

  @Test func aFileWithoutAFaultRefusesNothing() {
    let settings = Settings(yaml: Self.protected, file: "config.yaml")
    #expect(!isRefused(settings) && protects(settings))
    #expect(settings.diagnostics.isEmpty)
  }

  @Test func aNoteOfSeveralLinesRefusesNothing() {
    let note = "- name: dev\n  description: |\n    This one is read-only: see the wiki.\n"
    let settings = Settings(yaml: Self.protected + note, file: "config.yaml")
    #expect(!isRefused(settings) && !isRefused(settings, "dev"))
    let swallowed = Self.protected + "- name: dev\n  note: |\n    ask bob\n    confirm: true\n"
    #expect(isRefused(Settings(yaml: swallowed, file: "config.yaml"), "dev"))
  }

  @Test(arguments: [
    "sort: name\nsort: recent\n", "theme: \"nord\n", "mouse: [wheel\n", "shell: 'zsh\n",
    "qqq: 1\n", "tmux: border: 1\n", "keys: {a: b, a\n",
  ])
  func aFaultInAnotherPartCostsThatPartAlone(_ line: String) {
    for yaml in [line + Self.protected, Self.protected + line] {
      let settings = Settings(yaml: yaml, file: "config.yaml")
      #expect(protects(settings) || isRefused(settings), "\(yaml)")
      #expect(!settings.diagnostics.isEmpty, "\(yaml)")
    }
    #expect(protects(Settings(yaml: line + Self.protected, file: "config.yaml")), "\(line)")
  }

  @Test(arguments: [
    ("confirm: sure", 3), ("confirm:", 3), ("confirm: ~", 3), ("confirm: [true]", 3),
    ("confrim: true", 3), ("Confirm: true", 3), ("read-only: true", 3), ("readOnly: true", 3),
    ("readonly: yes", 3), ("<<: {confirm: true}", 3), ("access: read_only", 3),
    ("flags: [confirm]", 3), ("ro: true", 3), ("protected: yes", 3), ("dangerous: 1", 3),
    ("ask: true", 3),
  ])
  func anEntryWithUnclearProtectionIsRefusedAndNoOther(_ line: String, _ place: Int) {
    let yaml = "entries:\n- name: prod\n  \(line)\n- name: dev\n"
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(isRefused(settings), "\(line)")
    #expect(!isRefused(settings, "dev"), "\(line)")
    #expect(settings.unreadProtections.first?.diagnostic.origin.line == place, "\(line)")
    #expect(settings.diagnostics.contains { $0.origin.line == place })
  }

  @Test func aRuleWithUnclearProtectionRefusesWhatItMatches() {
    let yaml = "rules:\n- match: '*prod*'\n  confirm: maybe\n"
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(isRefused(settings, "eu-prod-1") && !isRefused(settings, "dev"))
  }

  @Test(arguments: [
    "entries:\n- name: prod\n  confirm: true\n  conf", "entries:\n- name: prod\n\tconfirm: true\n",
    "entries:\n- name: \"prod\n  confirm: true\n", "entires:\n- name: prod\n  confirm: true\n",
    "entries: {prod: {confirm: true}}\n", "entries:\n- confirm: true\n",
    "rules:\n- confirm: true\n",
    "rules:\n- match: [a]\n  read_only: true\n", "confirm: true\n", "- name: prod\n", "prod\n",
    "theme:\n  dark: nord\n  entries:\n  - name: prod\n    confirm: true\n",
    "entries:\n- name: prod\n  confirm: true\n  confirm: false\n", "entries:\n- prod\n",
    "a: 1\n---\nentries:\n- name: prod\n  confirm: true\n", "entries: *unknown\n",
    "sort: [name\n entries:\n - name: prod\n   confirm: true\n",
    "entries:\n- name: prod\n  options: {confirm: true}\n",
    "entries:\n- name: prod\n  display: Production\n    confirm:true\n",
    "entries:\n- name: base\n  display: 'Base\n- name: prod\n  confirm: true\n  group: ops'\n",
    "rules:\n- match: '*prod*\n  confirm: true\n  color: red'\n",
    "entries:\n- name: 'prod\n  confirm: true\n  display: '\n- name: base\n",
    "entries:\n- name: prod\n  display: 'P\n  confirm : true\n  group: x'\n",
    "entries:\n- name: prod\n  note: 'P\n  confirm: true\n  group: x'\n",
    "note: 'x\nentries:\n- name: prod\n  confirm: true\n#'\n",
    "theme:\n  dark: 'nord\nentries:\n- name: prod\n  confirm: true\n#'\n",
    "entries:\n- name: prod\n  display:\n    confirm: true\n",
    "entries:\n- name: base\n  rules:\n  - match: '*prod*'\n    read_only: true\n",
  ])
  func whatMayProtectAnyEntryRefusesAll(_ yaml: String) {
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(isRefused(settings) && isRefused(settings, "other"), "\(yaml)")
    #expect(settings.unreadProtectionOfAll != nil)
  }

  /// A text that was read completely has no effect.
  @Test(arguments: [
    "\"Prod (confirm: yes)\"", "'read_only: no more'", "Prod confirm:true", "\"P\\u0020: x\"",
    "\"Dev, confirm: none\"", "\"x, confirm: true\"", "'it''s, read_only: no'  # read_only: true",
    "\"a \\\" b, confirm: x\"",
  ])
  func aTextInItsLineRefusesNothing(_ text: String) {
    for key in ["display_name", "display", "group"] {
      let yaml = Self.protected + "- name: dev\n  \(key): \(text)\n"
      let settings = Settings(yaml: yaml, file: "config.yaml")
      #expect(protects(settings) && !isRefused(settings) && !isRefused(settings, "dev"), "\(yaml)")
    }
  }

  @Test(arguments: [
    "note: \"Dev, confirm: none\"", "comment: 'confirm: ask Maya'", "description: read_only",
    "<<: {color: red, group: a}", "<<: [{color: red}, {group: a}]",
  ])
  func whatIsPlainlySomethingElseRefusesNothing(_ line: String) {
    for yaml in [Self.protected + "- name: dev\n  \(line)\n", Self.protected + line + "\n"] {
      let settings = Settings(yaml: yaml, file: "config.yaml")
      #expect(protects(settings) && !isRefused(settings) && !isRefused(settings, "dev"), "\(yaml)")
    }
  }

  @Test func aHarmlessAnchorIsMerged() {
    let yaml = """
      base: &base {color: red, group: shared}
      more: &more
        <<: *base
        region: eu-west-1
      entries:
      - <<: *more
        name: prod
        group: own
        confirm: true
        read_only: true
      - {<<: *base, name: dev}
      rules:
      - <<: *base
        match: x
      """
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(protects(settings) && !isRefused(settings) && !isRefused(settings, "dev"))
    #expect(settings.entries.map(\.group) == ["own", "shared"])
    #expect(settings.entries.map(\.region) == ["eu-west-1", nil])
    #expect(settings.rules.map(\.group) == ["shared"])
  }

  @Test(arguments: [
    "base: &base {confirm: true}\nentries:\n- <<: *base\n  name: prod\n",
    "base: &base {confrim: true}\nentries:\n- <<: *base\n  name: prod\n",
    "base: &base {<<: {read_only: yes}}\nentries:\n- <<: *base\n  name: prod\n",
    "entries:\n- <<: confirm\n  name: prod\n",
  ])
  func anAnchorThatMayProtectRefuses(_ yaml: String) {
    #expect(isRefused(Settings(yaml: yaml, file: "config.yaml")), "\(yaml)")
  }

  @Test(arguments: [
    "rules: {}", "rules:", "rules: []", "entries: {}", "entries:", "entries: ~", "rules: ''",
    "rules:\n-", "entries: [~]",
  ])
  func anEmptyListIsEmpty(_ text: String) {
    let settings = Settings(yaml: text + "\nsort: name\n", file: "config.yaml")
    #expect(!isRefused(settings) && settings.diagnostics == [], "\(settings.diagnostics)")
  }

  @Test(arguments: [
    "'dev, read_only: true, '", "\"P, confirm: true, group: \"", "|\n    confirm: true",
  ])
  func aTextThatMayBeKeysRefusesAll(_ text: String) {
    let settings = Settings(
      yaml: "entries:\n- name: prod\n  display: \(text)\n", file: "config.yaml")
    #expect(isRefused(settings) && isRefused(settings, "dev"), "\(text)")
  }

  @Test func tooManyBracesRefuseAll() {
    let pattern = String(repeating: "{a,b}", count: 9)
    let yaml = "rules:\n- match: '\(pattern)'\n  confirm: true\n"
    #expect(isRefused(Settings(yaml: yaml, file: "config.yaml")))
  }

  @Test func bytesThatAreNoTextCostALineOfACommentAndNotTheFile() {
    let file = Array(Self.protected.utf8) + Array("# caf".utf8) + [0xE9, 0x0A]
    let settings = Settings(bytes: file, file: "config.yaml")
    #expect(protects(settings) && !isRefused(settings))
    #expect(settings.diagnostics.map(\.origin.line) == [5])
    let name = Array("entries:\n- name: pro".utf8) + [0xE9] + Array("\n  confirm: true\n".utf8)
    #expect(isRefused(Settings(bytes: name, file: "config.yaml")))
  }

  @Test func ofTwoEntriesOfOneNameEitherProtects() {
    let yaml = Self.protected + "- name: prod\n  confirm: false\n  group: a\n"
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(protects(settings) && settings.entries.count == 1 && settings.entries[0].group == "a")
  }

  @Test func aMisspeltNameProtectsWhatItMeans() throws {
    let settings = Settings(
      yaml: "entries:\n- name: prdo-admin\n  confirm: true\n- name: team2\n  confirm: true\n",
      file: "c")
    let profiles = ["prod-admin", "team1"].map {
      ProfileEntry(name: $0, origin: Origin(file: "config", line: 1), kind: .staticKeys)
    }
    let catalogue = Catalogue(profiles: profiles, settings: settings)
    #expect(catalogue.unreadProtections.map(\.scope) == [.entry("prod-admin")])
    #expect(catalogue.diagnostics.first?.message.contains("Did you mean 'prod-admin'?") == true)
  }

  @Test func aMisspeltNameProtectsBesideTheRightOne() {
    func scopes(_ said: String) -> [UnreadProtectionError.Scope] {
      let yaml = "entries:\n- name: prdo\n  confirm: true\n- name: prod\n  \(said)\n"
      let profile = ProfileEntry(
        name: "prod", origin: Origin(file: "config", line: 1), kind: .staticKeys)
      return Catalogue(profiles: [profile], settings: Settings(yaml: yaml, file: "c"))
        .unreadProtections.map(\.scope)
    }
    #expect(scopes("color: red") == [.entry("prod")])
    #expect(scopes("confirm: false") == [])
  }

  @Test(arguments: [
    "'pro*'", "profile prod", "profile:prod", "'prod, dev2'", "prod|other", "'Live, all of it'",
    "arn:aws:iam::111111111111:role/Admin", "arn:aws:iam::111111111111:role/team/ADMIN",
  ])
  func anEntryThatIsNamedAnotherWayIsRefused(_ name: String) {
    let settings = Settings(yaml: "entries:\n- name: \(name)\n  confirm: true\n", file: "c")
    let profile = ProfileEntry(
      name: "prod", origin: Origin(file: "config", line: 1), kind: .assumeRole,
      roleARN: "arn:aws:iam::111111111111:role/Admin", displayName: "Live, all of it")
    let catalogue = Catalogue(profiles: [profile], settings: settings)
    #expect(catalogue.unreadProtections.contains { $0.concerns("prod", "prod") })
    #expect(!catalogue.unreadProtections.contains { $0.concerns("dev", "dev") })
  }

  @Test func whatIsSaidNamesThePlaceAndHowToGoOn() throws {
    let settings = Settings(yaml: "entries:\n- name: prod\n  confirm: sure\n", file: "/c.yaml")
    let sentence = try #require(settings.unreadProtection(of: entry("prod"))).description
    #expect(sentence.hasPrefix("/c.yaml:3: 'confirm: sure' is not true, false or ask."))
    #expect(sentence.contains("--without-settings"))
  }

  @Test func withoutHOMETheSettingsAreThoseOfPasswd() {
    let places = AppDirectories(environment: [:], passwdHome: "/home/maya")
    #expect(places.settingsFile == "/home/maya/.config/switchback/config.yaml")
    let own = AppDirectories(environment: ["HOME": "/elsewhere"], passwdHome: "/home/maya")
    #expect(own.settingsFile == "/elsewhere/.config/switchback/config.yaml")
  }

  /// A damaged byte at every place: the protection applies, or its loss is detected.
  @Test func noDamageOfOneByteLosesProtectionSilently() {
    let whole = Array(
      ("theme: nord\nsort: name # best\nentries:\n  - name: prod\n    display: \"Production, admin\"\n"
        + "    confirm: true\n    read_only: true\n  - {name: dev, color: red}\nrules:\n"
        + "  - match: \"*x*\"\n    color: blue\n").utf8)
    for index in whole.indices {
      for byte: UInt8 in [0x00, 0x09, 0x22, 0x3A, 0x5B, 0x78, 0xFF] where whole[index] != byte {
        var damaged = whole
        damaged[index] = byte
        let settings = Settings(bytes: damaged, file: "c")
        let isRenamed = !settings.entries.contains { $0.name == "prod" }
        #expect(
          protects(settings) || isRefused(settings) || isRenamed,
          "byte \(byte) at \(index): \(String(decoding: damaged, as: UTF8.self))")
      }
    }
  }
}
