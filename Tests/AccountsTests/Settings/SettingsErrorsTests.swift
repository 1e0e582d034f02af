import Accounts
import Testing

struct SettingsErrorsTests {
  @Test(arguments: [
    ("sort: sideways", 1, "'sort: sideways' is not one of recent, name, file"),
    ("mouse: true", 1, "'mouse: true' is not one of off, wheel, full"),
    ("\nshare_with_aws_cli: perhaps", 2, "is not true or false"),
    ("aws_vault: 2", 1, "is not true or false"),
    ("tint: 7", 1, "'tint: 7' is not on, off, or a share from 0 to 1"),
    ("tint: nan", 1, "'tint: nan' is not on"),
    ("shell: [bash]", 1, "'shell' should be one value"),
    ("shell:\n  path: bash", 2, "'shell' should be one value"),
    ("entires: []", 1, "no key 'entires'; did you mean 'entries'?"),
    ("qqq: 1", 1, "no key 'qqq'; it is ignored"),
    ("theme: {drak: nord}", 1, "'theme' has no key 'drak'; did you mean 'dark'?"),
    ("theme: [nord]", 1, "'theme' should be a list of 'key: value' lines"),
    ("keys: [a]", 1, "'keys' should be a list of 'key: action' lines"),
    ("keys: {a: [b]}", 1, "should be 'key: action'"),
    ("rules: {match: x}", 1, "'rules' should be a list"),
    ("rules:\n- color: red", 2, "A rule has no 'match'"),
    ("rules:\n- match: x\n  color: rouge", 3, "'color: rouge' is not a colour"),
    ("rules:\n- text", 2, "A rule should be a list of 'key: value' lines"),
    ("just text", 1, "config.yaml should be a list of 'key: value' lines"),
    ("- a\n- b", 1, "config.yaml should be a list of 'key: value' lines"),
  ])
  func areReportedWithTheirLine(yaml: String, line: Int, message: String) {
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(settings.diagnostics.count == 1)
    #expect(settings.diagnostics.first?.origin == Origin(file: "config.yaml", line: line))
    #expect(settings.diagnostics.first?.message.contains(message) == true)
  }

  @Test func costOnlyTheirOwnValue() {
    let settings = Settings(
      yaml: """
        sort: sideways
        mouse: full
        rules:
          - match: a
            color: rouge
            confirm: true
          - nonsense
          - match: b
        """, file: "f")
    #expect(settings.sort == .recent)
    #expect(settings.mouse == .full)
    #expect(settings.rules.map(\.match) == [Glob("a"), Glob("b")])
    #expect(settings.rules.map(\.confirm) == [true, nil])
    #expect(settings.rules.map(\.origin?.line) == [4, 8])
    #expect(settings.rules.allSatisfy { $0.color == nil })
    #expect(settings.diagnostics.map(\.origin.line) == [1, 5, 7])
  }

  @Test(arguments: [
    ("sort: name\nmouse: [off", 2), ("sort: name\n\tmouse: off", 2), ("a: \"open", 1),
    ("a: *nobody", 1), ("a: b: c", 1), ("one: 1\n---\ntwo: 2", 2),
    ("a: 1\nb: \u{7}", 2),
  ])
  func inTheYAMLItselfAreReportedWithTheirLine(yaml: String, line: Int) {
    let settings = Settings(yaml: yaml, file: "config.yaml")
    let said = settings.diagnostics.filter { $0.message.contains("not YAML") }
    #expect(said.map(\.origin.line).contains(line), "\(settings.diagnostics)")
  }

  @Test func inOneSectionLeaveTheOthersAsTheyAre() {
    let settings = Settings(yaml: "sort: name\nmouse: [off\nvi: true\nsort: file\n", file: "c")
    #expect(settings.sort == .file && settings.vi && settings.mouse == .off)
    #expect(settings.diagnostics.map(\.origin.line) == [2, 4])
  }

  @Test func ofAKeyThatStandsTwiceNameBothLines() {
    let yaml = "sort: name\nkeys:\n  ctrl-r: up\n  ctrl-t: up\n  ctrl-r: down\n"
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(settings.diagnostics.map(\.origin.line) == [3])
    #expect(
      settings.diagnostics.first?.message.contains(
        "the key 'ctrl-r' appears twice in one mapping, again on line 5") == true)
  }

  @Test func neverRepeatWhatMayBeASecret() {
    let yaml = "entries:\n- name: a\n  aws_secret_access_key: wJalrXUtnFEMI"
    let messages = Settings(yaml: yaml, file: "f").diagnostics.map(\.message)
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { !$0.contains("wJalrXUtnFEMI") })
  }
}
