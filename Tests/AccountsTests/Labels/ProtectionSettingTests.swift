import Accounts
import Testing

struct ProtectionSettingTests {
  @Test(arguments: [
    ("confirm", ProtectionSetting.Key.confirm), ("confrim", .confirm), ("confirmm", .confirm),
    ("comfirm", .confirm), ("read_only", .readOnly), ("read-only", .readOnly),
    ("readonly", .readOnly), ("read_onyl", .readOnly), ("require_confirm", .confirm),
    ("confirmation", .confirm), ("ask", .confirm), ("protected", .confirm), ("ro", .readOnly),
    ("read_only_access", .readOnly),
  ])
  func aMisspeltKeyIsKnownByWhatIsMeant(text: String, key: ProtectionSetting.Key) {
    #expect(ProtectionSetting.Key(meantBy: text) == key)
  }

  @Test(arguments: [
    "region", "role_arn", "cli_pager", "only", "read", "color", "config",
    "granted_color", "s3", "output", "region_readonly", "thread_only", "confine", "configs",
  ])
  func keysOfOthersAreNone(text: String) {
    #expect(ProtectionSetting.Key(meantBy: text) == nil)
  }

  private func entry(_ settings: [(ProtectionSetting.Key, String)], yaml: String = "") -> Catalogue
  {
    var profile = ProfileEntry(
      name: "prod", origin: Origin(file: "config", line: 1), kind: .staticKeys)
    profile.protection = settings.enumerated().map { line, setting in
      ProtectionSetting(
        setting.0, written: setting.0.rawValue, value: setting.1,
        origin: Origin(file: "config", line: 2 + line))
    }
    return Catalogue(
      profiles: [profile], settings: Settings(yaml: yaml, file: "config.yaml"))
  }

  @Test func countsAfterTheSettingsAndBeforeTheRules() {
    let rule = "rules: [{match: prod, confirm: true, read_only: true}]"
    let said = "entries: [{name: prod, confirm: true, read_only: true}]"
    let off: [(ProtectionSetting.Key, String)] = [(.confirm, "false"), (.readOnly, "no")]
    #expect(entry(off, yaml: rule).entries.map(\.label.confirm) == [false])
    #expect(entry(off, yaml: rule).entries.map(\.label.readOnly) == [false])
    #expect(entry(off, yaml: said).entries.map(\.label.confirm) == [true])
    #expect(entry(off, yaml: said).entries.map(\.label.readOnly) == [true])
  }

  @Test func whatIsNotClearIsKeptWithItsLine() {
    let catalogue = entry([(.readOnly, "true"), (.confirm, "perhaps")])
    #expect(catalogue.entries.map(\.label.readOnly) == [true])
    #expect(catalogue.unreadProtections.map(\.diagnostic.origin.line) == [3])
    #expect(catalogue.unreadProtections.map(\.scope) == [.entry("prod")])
    #expect(catalogue.diagnostics.map(\.origin.line) == [3])
  }
}
