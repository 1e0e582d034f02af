import Accounts
import Canvas
import TestSupport
import Testing

struct LabelSourcesTests {
  private let settings = Settings(
    yaml: """
      rules:
        - {match: "*prod*", color: purple, group: live}
        - {match: "*SHOP*", color: pink}
      entries:
        - {name: prod-a, display: Shown, color: red, group: own, shortcut: p}
        - {name: prod-b, confirm: true}
      """, file: "config.yaml")

  private let profiles: [ProfileEntry] = [
    .make("prod-a"), .make("prod-b"), .make("dev"), .make("x", displayName: "My shop"),
    .make("prod-c", displayName: "Own", color: "blue", group: "mine", shortcut: "c"),
    .make("prod-d", displayName: "", color: "rouge", group: "", shortcut: "cc"),
  ]

  /// Two implementations of the same rule; the catalogue's is made for thousands of entries.
  @Test func makeTheLabelThatTheCatalogueGives() throws {
    let labels = Catalogue(profiles: profiles, settings: settings).entries.map(\.label)
    for (profile, label) in zip(profiles, labels) {
      let sources = LabelSources(profile, settings)
      let name = sources.entrySettings?.displayName ?? sources.displayName.value
      #expect(name == label.displayName)
      #expect(sources.entrySettings?.color ?? sources.color(displayName: name).value == label.color)
      #expect(
        sources.entrySettings?.group ?? sources.group(displayName: name)?.value == label.group)
      #expect(sources.entrySettings?.shortcut ?? sources.shortcut?.value == label.shortcut)
    }
  }

  @Test func sayWhoSaysSo() {
    let own = LabelSources(profiles[4], settings)
    #expect(own.displayName.source == .profile && own.shortcut?.source == .profile)
    #expect(own.color(displayName: "Own").source == .profile)
    #expect(own.group(displayName: "Own")?.source == .profile)
    let bare = LabelSources(profiles[2], settings)
    #expect(bare.displayName.source == .name && bare.shortcut == nil)
    #expect(bare.color(displayName: "dev").source == .name)
    #expect(bare.group(displayName: "dev") == nil)
    #expect(bare.group(displayName: "as prod")?.source == .rule("*prod*"))
  }

  @Test func lookAtTheDisplayNameThatWouldBe() {
    let sources = LabelSources(profiles[2], settings)
    #expect(sources.color(displayName: "the shop").value == Color(label: "pink"))
    #expect(sources.color(displayName: "the shop").source == .rule("*SHOP*"))
    #expect(sources.group(displayName: "the shop") == nil)
  }
}
