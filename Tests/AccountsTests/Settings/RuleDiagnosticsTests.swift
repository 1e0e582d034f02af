import Accounts
import Testing

/// Diagnostics for rules that set protection without effect.
struct RuleDiagnosticsTests {
  private func remarks(_ yaml: String) -> [Diagnostic] {
    let settings = Settings(yaml: yaml, file: "f")
    let names = ["prod-admin", "prod-audit", "prod-db", "prod-web", "dev"]
    let profiles = names.map {
      ProfileEntry(name: $0, origin: Origin(file: "config", line: 1), kind: .assumeRole)
    }
    return settings.ruleDiagnostics(on: Catalogue(profiles: profiles, settings: settings).entries)
  }

  @Test(arguments: ["confirm", "read_only"])
  func oneThatMatchesNothingIsNamedWithItsLine(key: String) {
    let found = remarks(
      """
      rules:
        - {match: "*prod*", \(key): true}
        - match: "live-*"
          \(key): true
        - {match: "test-*", color: red}
        - {match: "old-*", \(key): false}
      """)
    #expect(found.map(\.origin) == [Origin(file: "f", line: 3)])
    #expect(found.first?.message == "The rule 'live-*' matches no entry, so it protects nothing.")
  }

  @Test(arguments: ["confirm", "read_only"])
  func oneThatAnEarlierRuleKeepsFromItsEntriesIsNamed(key: String) throws {
    let found = remarks(
      """
      rules:
        - {match: "prod-*", color: red}
        - {match: "*prod*", \(key): true}
      entries: [{name: prod-web, \(key): false}]
      """)
    #expect(found.map(\.origin.line) == [3])
    let message = try #require(found.first?.message)
    #expect(
      message.contains(
        "`\(key): true` to 'prod-admin', 'prod-audit', 'prod-db': the rule on line 2"))
  }

  @Test func whatIsMeantAsAnExceptionIsNoRemark() {
    let found = remarks(
      """
      rules:
        - {match: prod-db, confirm: false}
        - {match: "prod-a*", confirm: true, color: red}
        - {match: "prod-*", confirm: true}
      """)
    #expect(found == [])
  }

  @Test func aDisplayNameIsMatchedToo() {
    let yaml = """
      rules: [{match: "Live *", confirm: true}]
      entries: [{name: dev, display: Live one}]
      """
    #expect(remarks(yaml) == [])
  }
}
