import Accounts
import Testing

/// A secret put into `config.yaml` by mistake is not shown.
struct MaskedSettingsTests {
  private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

  @Test(arguments: [
    "sort: SECRET", "mouse: SECRET", "vi: SECRET", "tint: SECRET", "SECRET: x",
    "theme: {SECRET: x}",
    "rules: [{match: a, confirm: SECRET}]", "rules: [{match: a, SECRET: true}]",
    "rules: [{match: a, color: SECRET}]", "entries: [{name: a, read_only: SECRET}]",
    "entries: [{name: a, shortcut: SECRET}]", "entries: [{name: a, role_arn: SECRET}]",
    "entries: [{name: a, duration_seconds: SECRET}]", "entries: [{name: a, SECRET: 1}]",
    "entries: [{name: SECRET, confirm: sure}]", "entries: [{name: SECRET}, {name: SECRET}]",
    "entries: [{confirm: true, SECRET: 1}]", "a: 1\na: SECRET", "SECRET: 1\nSECRET: 2", "SECRET",
    "confirm: SECRET",
  ])
  func noSecretIsShown(yaml: String) {
    let settings = Settings(yaml: yaml.replacing("SECRET", with: Self.secret), file: "f")
    let said =
      settings.diagnostics.map(\.message) + settings.unreadProtections.map(\.description)
    #expect(!said.isEmpty)
    #expect(!said.contains { $0.contains("K7MDENG") }, "\(said)")
  }

  @Test func noSecretInTheNameOfAThemeIsShown() {
    let schemes = Schemes(folder: "/nowhere", bundled: [:])
    let error = #expect(throws: SchemeError.self) { try schemes.scheme(named: Self.secret) }
    #expect(error.map { "\($0)".contains("'••••'") } == true)
  }

  @Test func noSecretIsLeftInADiagnostic() {
    let diagnostic = Diagnostic(Origin(file: "f", line: 1), "There is no key '\(Self.secret)'.")
    #expect(diagnostic.message == "There is no key '••••'.")
  }

  @Test(arguments: [
    ("sort: sideways", "sideways"), ("rules: [{match: a, confirm: sure}]", "confirm: sure"),
    ("share_with_aws_clii: true", "share_with_aws_clii"),
    (
      "entries: [{name: a, role_arn: \"arn:aws:iam::1:role/Some/Path/ProductionAdministrator2\"}]",
      "role/Some/Path/ProductionAdministrator2"
    ),
  ])
  func whatIsNoneIsSaid(yaml: String, shown: String) {
    let said = Settings(yaml: yaml, file: "f").diagnostics.map(\.message)
    #expect(said.contains { $0.contains(shown) }, "\(said)")
  }
}
