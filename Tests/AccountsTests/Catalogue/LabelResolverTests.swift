import Accounts
import Canvas
import TestSupport
import Testing

struct LabelResolverTests {
  @Test func comesFromTheSettingsBeforeTheProfileBeforeARuleBeforeTheName() {
    let yaml = """
      rules:
        - {match: "*prod*", color: purple, group: live, confirm: true, read_only: true}
        - {match: "*", color: pink, group: rest}
      entries:
        - {name: prod-a, display: Shown, color: red, group: own, confirm: false, region: eu-west-1}
      """
    let labels = labels(
      of: [
        .make("prod-a", displayName: "Profile's", color: "blue", group: "profile's"),
        .make("prod-b", displayName: "Profile's", color: "blue", group: "profile's"),
        .make("prod-c"), .make("dev"),
      ], yaml: yaml)
    #expect(labels.map(\.displayName) == ["Shown", "Profile's", "prod-c", "dev"])
    #expect(labels.map(\.color.hex) == ["#d13212", "#0073bb", "#6b48c8", "#d6336c"])
    #expect(labels.map(\.group) == ["own", "profile's", "live", "rest"])
    #expect(labels.map(\.confirm) == [false, true, true, false])
    #expect(labels.map(\.readOnly) == [true, true, true, false])
  }

  @Test func isDerivedFromTheNameByDefault() {
    let label = labels(of: [.make("shop")], yaml: "").first
    #expect(label == Label(displayName: "shop", color: Color(derivedFrom: "shop")))
  }

  @Test func hasTheColourOfTheEnvironmentThatItsNamesName() {
    let profiles: [ProfileEntry] = [
      .make("acme-prod"), .make("acme-staging"), .make("AcmeDev"), .make("sandbox"),
      .make("a", displayName: "Shop (uat)"), .make("dev-copy", displayName: "Copy of production"),
      .make("products"),
    ]
    let derived = Color(derivedFrom: "products").hex
    #expect(
      labels(of: profiles, yaml: "").map(\.color.hex)
        == ["#d13212", "#f2c744", "#1d8102", "#0073bb", "#f2c744", "#d13212", derived])
    let before = profiles.map { Color(derivedFrom: $0.name, among: Color.derivedFromNamesAlone) }
    #expect(labels(of: profiles, yaml: "automatic_colors: name").map(\.color) == before)
    // A group alone leaves the colour to the name.
    let yaml = """
      rules: [{match: "*prod", color: purple}, {match: "*staging", group: x}]
      entries: [{name: AcmeDev, color: grey}]
      """
    #expect(
      labels(of: Array(profiles.prefix(3)), yaml: yaml).map(\.color.hex)
        == ["#6b48c8", "#f2c744", "#879596"])
    #expect(labels(of: [.make("prod", color: "teal")], yaml: "").map(\.color.hex) == ["#00a1c9"])
  }

  @Test func ofARuleMatchesTheDisplayNameToo() {
    let yaml = "rules: [{match: \"*LIVE*\", color: red}]"
    let labels = labels(of: [.make("a", displayName: "Shop, live"), .make("b")], yaml: yaml)
    #expect(labels.map(\.color.hex) == ["#d13212", Color(derivedFrom: "b").hex])
  }

  @Test func ofTheSettingsGivesTheRegion() {
    let catalogue = Catalogue(
      profiles: [.make("a", region: "us-east-1"), .make("b", region: "us-east-1")],
      settings: Settings(yaml: "entries: [{name: a, region: eu-west-1}]", file: "config.yaml"))
    #expect(catalogue.entries.map(\.region) == ["eu-west-1", "us-east-1"])
  }

  @Test func passesOverABadColourAndABadShortcut() {
    let catalogue = Catalogue(
      profiles: [.make("a", color: "rouge", shortcut: "pp", line: 7)],
      settings: Settings(yaml: "rules: [{match: a, color: red}]", file: "config.yaml"))
    #expect(catalogue.entries.first?.label.color.hex == "#d13212")
    #expect(catalogue.entries.first?.label.shortcut == nil)
    #expect(catalogue.diagnostics.map(\.origin.line) == [7, 7])
    #expect(catalogue.diagnostics.contains { $0.message.contains("the colour 'rouge'") })
    #expect(catalogue.diagnostics.contains { $0.message.contains("the shortcut 'pp'") })
  }

  @Test func leavesAShortcutToTheFirstThatAsks() {
    let catalogue = Catalogue(
      profiles: [.make("a", shortcut: "p"), .make("b", shortcut: "p", line: 5), .make("c")],
      settings: Settings(yaml: "entries:\n- {name: c, shortcut: p}", file: "config.yaml"))
    #expect(catalogue.entries.map(\.label.shortcut) == ["p", nil, nil])
    #expect(
      catalogue.diagnostics.map(\.origin)
        == [Origin(file: "config", line: 5), Origin(file: "config.yaml", line: 2)])
    #expect(catalogue.diagnostics.allSatisfy { $0.message.contains("is already used by 'a'") })
  }

  private func labels(of profiles: [ProfileEntry], yaml: String) -> [Label] {
    Catalogue(profiles: profiles, settings: Settings(yaml: yaml, file: "config.yaml"))
      .entries.map(\.label)
  }
}
