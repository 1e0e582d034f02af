import Accounts
import Testing

/// Files with thousands of items: they are read in time, or possible protection is refused, with
/// its line.
struct LargeSettingsTests {
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  private static func catalogue(_ settings: Settings, profiles count: Int) -> Catalogue {
    let profiles = (0..<count).map {
      ProfileEntry(
        name: "profile-\($0)", origin: Origin(file: "config", line: 1), kind: .assumeRole)
    }
    return Catalogue(profiles: profiles, settings: settings)
  }

  @Test func ofMoreRulesThanAreReadNoneIsPassedOver() {
    let rules = { Self.lines($0) { "- {match: \"r\($0)\", color: red}" } }
    let most = Settings(yaml: "rules:\n" + rules(10_000), file: "f")
    #expect(most.rules.count == 10_000 && most.unreadProtections.isEmpty)
    let more = Settings(yaml: "rules:\n" + rules(10_001), file: "f")
    #expect(more.unreadProtections.map(\.scope) == [.everyEntry])
    #expect(more.diagnostics.map(\.origin.line) == [10_002])
  }

  @Test func ofMoreStraysThanCanBeComparedNoneIsPassedOver() {
    let strays = { (count: Int, protects: Bool) in
      Settings(
        yaml: "entries:\n" + Self.lines(count) { "- {name: x\($0), confirm: \(protects)}" },
        file: "f")
    }
    let few = Self.catalogue(strays(200, true), profiles: 200)
    #expect(few.unreadProtections.isEmpty && few.diagnostics.count == 200)
    let many = Self.catalogue(strays(2001, true), profiles: 2000)
    #expect(many.unreadProtections.map(\.scope) == [.everyEntry])
    #expect(many.unreadProtections.first?.diagnostic.origin.line == 2)
    #expect(Self.catalogue(strays(2001, false), profiles: 2000).unreadProtections.isEmpty)
  }

  /// Each kind of item, under its key.
  static let kinds: [(above: String, line: @Sendable (Int) -> String)] = [
    ("", { "key\($0): \($0)" }), ("", { "---\na\($0): b" }), ("", { "sort: name # \($0)" }),
    ("entries:\n", { "- {name: e\($0), confrim: true, color: x}" }),
    ("entries:\n", { "- {name: same, confirm: true, shortcut: \($0)}" }),
    ("rules:\n", { "- {match: r\($0), confirm: sure}" }), ("rules:\n", { "- \($0)" }),
    ("keys:\n", { "  x\($0): options" }),
  ]

  /// If each item were compared with all others, each test would take minutes.
  @Test(.timeLimit(.minutes(5)), arguments: kinds.indices)
  func thousandsOfAnythingAreReadInTime(kind: Int) {
    let kind = Self.kinds[kind]
    let settings = Settings(yaml: kind.above + Self.lines(3000, kind.line), file: "f")
    #expect(!settings.diagnostics.isEmpty || settings.keys.count == 3000)
    _ = Self.catalogue(settings, profiles: 100)
  }
}
