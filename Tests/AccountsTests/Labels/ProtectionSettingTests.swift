import Accounts
import Search
import Testing

struct ProtectionSettingTests {
  @Test(arguments: [
    ("confirm", ProtectionSetting.Key.confirm), ("confrim", .confirm), ("confirmm", .confirm),
    ("comfirm", .confirm), ("read_only", .readOnly), ("read-only", .readOnly),
    ("readonly", .readOnly), ("read_onyl", .readOnly), ("require_confirm", .confirm),
    ("confirmation", .confirm), ("ask", .confirm), ("protected", .confirm), ("ro", .readOnly),
    ("read_only_access", .readOnly), ("region_readonly", .readOnly), ("isReadOnly", .readOnly),
    ("danger", .confirm), ("safety", .confirm), ("lock", .confirm), ("verify", .confirm),
    ("guarded", .confirm), ("readonli", .readOnly), ("Confirm", .confirm),
  ])
  func aMisspeltKeyIsKnownByWhatIsMeant(text: String, key: ProtectionSetting.Key) {
    #expect(ProtectionSetting.Key(meantBy: text) == key)
  }

  @Test(arguments: [
    "region", "role_arn", "cli_pager", "only", "read", "color", "config",
    "granted_color", "s3", "output", "thread_only", "confine", "configs", "verify_ssl", "guardduty",
    "sso_auto_populated", "tls_verify", "block", "unsafe", "reading",
  ])
  func keysOfOthersAreNone(text: String) {
    #expect(ProtectionSetting.Key(meantBy: text) == nil)
  }

  /// Unlike in AWS's files, no key belongs to another program.
  @Test(arguments: [("cnofirn", true), ("red_onl", true), ("displya", false), ("groups", false)])
  func theNearestOfAllKeysCountsWhereTheyAreKnown(text: String, protects: Bool) {
    let known = ["display", "group", "confirm", "read_only"]
    #expect((ProtectionSetting.Key(meantBy: text, among: known) != nil) == protects)
  }

  @Test(arguments: [
    ("read_only", ProtectionSetting.Key.readOnly), ("ReadOnly", .readOnly), ("confirm", .confirm),
    ("eu-west-1", nil), ("", nil), ("read", nil), ("read only please", nil),
  ])
  func aValueMayNameAKey(text: String, key: ProtectionSetting.Key?) {
    #expect(ProtectionSetting.Key(namedBy: text) == key)
  }

  /// Text that cannot be a secret is shown, however long it is.
  @Test(arguments: [
    ("require_confirmation", true), ("require-confirmation-before-switching", true),
    ("confirmations_v2", true), ("confirmABCDEFGHIJKLMNOPQRabcdefgh12345678", false),
  ])
  func aLongKeyIsShownWhereItIsAName(text: String, isShown: Bool) {
    var profile = ProfileEntry(
      name: "prod", origin: Origin(file: "config", line: 1), kind: .staticKeys)
    profile.protection = [
      ProtectionSetting(.confirm, written: text, value: "true", origin: profile.origin)
    ]
    let said = Catalogue(profiles: [profile], settings: Settings()).diagnostics.map(\.message)
    #expect(said.contains { $0.contains("'\(text)'") } == isShown, "\(said)")
    #expect(said.contains { $0.contains("••••") } != isShown, "\(said)")
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

  @Test(
    arguments: [
      ("rules: [{match: prod, confirm: ask}]", nil, true),
      ("entries: [{name: prod, confirm: Ask}]", nil, true),
      ("entries: [{name: prod, confirm: true}]", "ask", false),
      ("rules: [{match: prod, confirm: true}]", "ask", true),
      ("entries: [{name: prod, confirm: ask}]", "true", true),
      ("rules: [{match: prod, confirm: ask}]", "true", false),
      ("entries: [{name: prod, confirm: true}, {name: prod, confirm: ask}]", nil, false),
      ("entries: [{name: prod, confirm: ask}, {name: prod, confirm: false}]", nil, true),
    ] as [(String, String?, Bool)])
  func aQuestionIsEnoughIfTheEffectiveSettingSaysSo(
    yaml: String, profile: String?, isBrief: Bool
  ) {
    let catalogue = entry(profile.map { [(.confirm, $0)] } ?? [], yaml: yaml)
    #expect(catalogue.entries.map(\.label.confirm) == [true])
    #expect(catalogue.entries.map(\.label.confirmsBriefly) == [isBrief])
    #expect(catalogue.unreadProtections.isEmpty)
    // A cached catalogue has the same value.
    #expect(EntryTable(catalogue.entries).entry(0).label.confirmsBriefly == isBrief)
  }

  @Test func whatIsNotClearIsKeptWithItsLine() {
    let catalogue = entry([(.readOnly, "true"), (.confirm, "perhaps")])
    #expect(catalogue.entries.map(\.label.readOnly) == [true])
    #expect(catalogue.unreadProtections.map(\.diagnostic.origin.line) == [3])
    #expect(catalogue.unreadProtections.map(\.scope) == [.entry("prod")])
    #expect(catalogue.diagnostics.map(\.origin.line) == [3])
  }
}
