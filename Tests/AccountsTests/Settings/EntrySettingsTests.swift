import Accounts
import Canvas
import Testing

struct EntrySettingsTests {
  @Test func takeEveryKey() {
    let settings = Settings(
      yaml: """
        entries:
          - name: prod-admin
            display: Production, admin
            color: "#d13212"
            shortcut: p
            group: payments
            region: eu-west-1
            confirm: true
            read_only: on
            role_arn: arn:aws:iam::111122223333:role/Admin
            source_profile: base
            external_id: 0123
            mfa_serial: arn:aws:iam::111122223333:mfa/jane
            duration_seconds: 3600
        """, file: "config.yaml")
    var expected = EntrySettings(
      name: "prod-admin", origin: Origin(file: "config.yaml", line: 2))
    expected.displayName = "Production, admin"
    expected.color = .rgb(0xd1, 0x32, 0x12)
    expected.shortcut = "p"
    expected.group = "payments"
    expected.region = "eu-west-1"
    expected.confirm = true
    expected.readOnly = true
    expected.roleARN = "arn:aws:iam::111122223333:role/Admin"
    expected.sourceProfile = "base"
    expected.externalID = "0123"
    expected.mfaSerial = "arn:aws:iam::111122223333:mfa/jane"
    expected.durationSeconds = 3600
    #expect(settings.diagnostics == [])
    #expect(settings.entries == [expected])
    #expect(settings.extraRoles.map(\.name) == ["prod-admin"])
    #expect(settings.extraRoles.first?.externalID == "0123")
  }

  @Test(arguments: ["0123456789", "off", "1e3", "0x10", "12:30:45", "2026-01-01", "null-ish"])
  func areTextWhateverYAMLTakesThemFor(name: String) {
    let settings = Settings(yaml: "entries:\n- name: \(name)\n  group: \(name)", file: "f")
    #expect(settings.entries.map(\.name) == [name])
    #expect(settings.entries.map(\.group) == [name])
  }

  @Test(arguments: ["display", "display_name"])
  func takeADisplayNameByEitherKey(key: String) {
    let settings = Settings(yaml: "entries:\n- name: a\n  \(key): Shown", file: "f")
    #expect(settings.entries.first?.displayName == "Shown")
  }

  @Test(arguments: ["color", "colour"])
  func takeAColourByEitherKey(key: String) {
    let settings = Settings(
      yaml:
        "tab_\(key): true\nentries:\n- name: a\n  \(key): red\nrules:\n- {match: b, \(key): red}",
      file: "f")
    #expect(settings.entries.first?.color == Color(label: "red"))
    #expect(settings.rules.first?.color == Color(label: "red"))
    #expect(settings.marks.tabColor == true)
    #expect(settings.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("color: rouge", "'color: rouge' is not a colour"),
    ("color: #d13212", "'color' is empty; # begins a comment"),
    ("shortcut: pp", "'shortcut: pp' is not a single key"),
    ("clor: red", "An entry has no key 'clor'; did you mean 'color'?"),
    ("colour: rouge", "'colour: rouge' is not a colour"),
    ("confirm: perhaps", "is not true, false or ask"),
    ("duration_seconds: 60", "is not a number of seconds from 900 to 43200"),
    ("duration_seconds: soon", "is not a number of seconds from 900 to 43200"),
    ("role_arn: nonsense", "'nonsense' is not an ARN"),
    ("role_arn: arn:aws:iam::1234:role/Admin", "'1234' in 'arn:aws:iam::1234:role/Admin'"),
    ("role_arn: arn:aws:iam::111122223333:user/me", "does not name an IAM role"),
    ("group: [a, b]", "'group' should be one value"),
  ])
  func loseOnlyTheValueAtFault(line: String, message: String) {
    let settings = Settings(
      yaml: "entries:\n- name: a\n  region: eu-west-1\n  \(line)\n- name: b", file: "f")
    #expect(settings.entries.map(\.name) == ["a", "b"])
    #expect(settings.entries.first?.region == "eu-west-1")
    #expect(settings.diagnostics.map(\.origin.line) == [4])
    #expect(settings.diagnostics.first?.message.contains(message) == true)
  }

  @Test(arguments: ["- color: red", "- name: ''", "- name:", "- text", "- [a]"])
  func withoutANameAreLeftOut(item: String) {
    let settings = Settings(yaml: "entries:\n\(item)\n- name: b", file: "f")
    #expect(settings.entries.map(\.name) == ["b"])
    #expect(settings.diagnostics.map(\.origin.line) == [2])
  }

  @Test func ofOneNameCountOnceTheLastWins() {
    let settings = Settings(
      yaml: "entries:\n- {name: a, color: red}\n- {name: b}\n- {name: a, group: g}", file: "f")
    #expect(settings.entries.map(\.name) == ["b", "a"])
    #expect(settings.entries.last?.color == nil)
    #expect(settings.entries.last?.group == "g")
    #expect(settings.diagnostics.map(\.origin.line) == [4])
    #expect(settings.diagnostics.first?.message.contains("is already on line 2") == true)
  }
}
