import Testing
import Text

@testable import Accounts

/// Names that count as misspellings of others, and names of other things.
struct MisspellingTests {
  @Test(arguments: [
    ("prdo-admin", "prod-admin"), ("prod-amdin", "prod-admin"), ("prod", "Prod"),
    ("prod_admin", "prod-admin"), ("prodadmin", "prod-admin"), ("prd", "prod"),
    ("administrtaro", "administrator"), ("eu-prod-1x", "eu-prod1-x"), ("stagin/eu", "staging/eu"),
    ("prod-admin ", "prod-admin"), ("PRDO-Admin", "prod-admin"),
  ])
  func isOne(text: String, name: String) {
    #expect(isMisspelling(text, of: name))
    #expect(NearestNames(["other", name, "\(name)-x"]).misspelt(as: text).first == name)
  }

  @Test(arguments: [
    ("prod-eu", "prod-us"), ("dev-1", "dev-2"), ("team-a", "team-b"), ("team1", "team2"),
    ("prod-eu-west", "prod-eu-east"), ("a1", "b1"), ("prod", "prod-admin"),
    ("prdo-amdin", "prod-admin"),
    ("dev", "dew"), ("111111111111", "111111111112"), ("prod-2024", "prod-2025"), ("test", "prod"),
    ("billing", "shipping"), ("prod", "prod"), ("", "a"),
  ])
  func isAnother(text: String, name: String) {
    #expect(!isMisspelling(text, of: name))
    #expect(NearestNames([name]).misspelt(as: text) == [])
  }

  @Test func aNameOfSomethingElseRefusesNoOther() {
    let yaml = "entries:\n- name: prod-eu\n  confirm: true\n- name: dev-1\n  read_only: true\n"
    let profiles = ["prod-us", "dev-2"].map {
      ProfileEntry(name: $0, origin: Origin(file: "config", line: 1), kind: .staticKeys)
    }
    let catalogue = Catalogue(profiles: profiles, settings: Settings(yaml: yaml, file: "c"))
    #expect(catalogue.unreadProtections == [])
  }

  @Test func manyNamesThatHoldTheTextHideNone() {
    let names = (0..<200).map { "prdo-\($0)" } + ["prod"]
    #expect(NearestNames(names).misspelt(as: "prdo") == ["prod"])
  }
}
