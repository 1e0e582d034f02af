import Testing
@testable import Accounts

/// A rule that is a regular expression also protects the entries that it would match as one.
struct MisreadRulesTests {
  private func refused(_ pattern: String, _ names: [String], more: String = "") -> [String] {
    let yaml = more + "rules:\n- match: '\(pattern)'\n  confirm: true\n"
    let profiles = names.map {
      ProfileEntry(name: $0, origin: Origin(file: "config", line: 1), kind: .staticKeys)
    }
    let catalogue = Catalogue(profiles: profiles, settings: Settings(yaml: yaml, file: "c"))
    return names.filter { name in catalogue.unreadProtections.contains { $0.concerns(name, name) } }
  }

  @Test(arguments: [
    ("prod.*", ["prod.x", "prod-eu", "prod", "dev", "preprod"], ["prod-eu", "prod"]),
    ("prod.+", ["prod.+", "prod-eu", "prod", "dev"], ["prod-eu"]),
    ("^prod", ["^prod", "prod-eu", "dev", "preprod"], ["prod-eu"]),
    ("prod$", ["prod$", "eu-prod", "prod-eu"], ["eu-prod"]),
    ("/prod/", ["/prod/", "eu-prod-1", "dev"], ["eu-prod-1"]),
    ("(prod|live).*", ["(prod|live).x", "live-1", "dev"], ["live-1"]),
    ("prod*", ["prod", "eu-prod"], []), ("prod?", ["prod1", "prod"], []),
    ("*.example", ["a.example", "example"], []), ("{a,b}", ["a", "c"], []),
  ])
  func thatMatchesSomeRefusesTheOthers(pattern: String, names: [String], missed: [String]) {
    #expect(refused(pattern, names) == missed)
  }

  @Test func whatIsSaidOfAnEntryItselfCounts() {
    let more = "entries:\n- {name: prod-eu, confirm: false}\n- {name: prod-us, confirm: true}\n"
    #expect(refused("prod.*", ["prod.x", "prod-eu", "prod-us"], more: more) == [])
  }

  @Test func theMessageShowsHowToWriteIt() throws {
    let yaml = "rules:\n- match: prod.*\n  confirm: true\n"
    let profiles = ["prod.x", "prod-eu"].map {
      ProfileEntry(name: $0, origin: Origin(file: "config", line: 1), kind: .staticKeys)
    }
    let catalogue = Catalogue(profiles: profiles, settings: Settings(yaml: yaml, file: "c"))
    let said = try #require(catalogue.unreadProtections.first).description
    #expect(said.hasPrefix("c:2: The rule 'prod.*' is a regular expression"), "\(said)")
    #expect(said.contains("Write 'prod*'."), "\(said)")
  }
}
