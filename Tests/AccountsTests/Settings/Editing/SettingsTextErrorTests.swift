import Accounts
import Testing

struct SettingsTextErrorTests {
  private func refusal(_ yaml: String, _ change: SettingsChange) -> SettingsError? {
    do {
      let result = try SettingsText(yaml, file: "config.yaml").applying(change)
      Issue.record("not refused, but: \(result.text)")
      return nil
    } catch {
      return error
    }
  }

  @Test func namesTheLineThatIsNotYAML() throws {
    let fault = try #require(refusal("sort: name\nentries: [", .prod(.group("g"))))
    #expect(fault.description.hasPrefix("config.yaml:2 is not YAML ("))
    #expect(fault.description.hasSuffix("so nothing was changed. Correct the file first."))
  }

  @Test(arguments: [
    // The value also occurs elsewhere.
    ("x: &p\n  name: prod\n  group: a\nentries:\n- *p\n- name: b\n", 3),
    ("entries:\n- name: prod\n  group: &g x\ny: *g\n", 3),
    // The value is not a single value.
    ("entries:\n- name: prod\n  group: [a, b]\n", 3),
    ("entries:\n- name: prod\n  group:\n    a: b\n", 3),
    ("entries:\n- name: prod\n  group: | # with a comment\n    a\n", 3),
    ("entries: text\n", 1),
    ("entries:\n  a: b\n", 1),
    ("- a\n", 1),
    ("just text", 1),
  ])
  func describesTheManualEdit(yaml: String, line: Int) throws {
    let fault = try #require(refusal(yaml, .prod(.group("g"))))
    #expect(
      fault.description
        == "config.yaml:\(line) cannot be edited automatically without affecting other values, "
        + "so nothing was changed. To make the change, write `group: g` for the entry 'prod'.")
  }

  @Test func describesTheManualRemoval() throws {
    let yaml = "x: &p\n  name: prod\n  color: red\nentries:\n- *p\n"
    let fault = try #require(refusal(yaml, .prod(.color(nil))))
    #expect(fault.description.hasSuffix("remove 'color' from the entry 'prod'."))
  }

  @Test func standsAliasesWithinAliases() throws {
    let bomb = (1...30).reduce("a0: &a0 [x]\n") { text, level in
      text + "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(refusal(bomb, .sort(.name)) != nil)
  }
}
