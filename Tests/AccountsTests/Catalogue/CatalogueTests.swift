import Accounts
import Canvas
import TestSupport
import Testing

struct CatalogueTests {
  @Test func listsProfilesInFileOrderThenTheRolesOfTheSettings() {
    let catalogue = Catalogue(
      profiles: [.make("b"), .make("a")],
      settings: settings(
        """
        - {name: extra, role_arn: "arn:aws:iam::444455556666:role/Deploy", source_profile: a, region: eu-west-1}
        - {name: a, color: red}
        """))
    #expect(catalogue.entries.map(\.name) == ["b", "a", "extra"])
    #expect(catalogue.entries.map(\.isProfile) == [true, true, false])
    #expect(catalogue.entries[2].accountID == "444455556666")
    #expect(catalogue.entries[2].roleName == "Deploy")
    #expect(catalogue.entries[2].region == "eu-west-1")
    #expect(catalogue.entries[2].kind == .assumeRole)
    #expect(catalogue.diagnostics == [])
  }

  @Test func takesAccountAndRoleFromTheARN() {
    let entry = Catalogue(profiles: [.make("a")], settings: Settings()).entries.first
    #expect(entry?.accountID == "111122223333")
    #expect(entry?.roleName == "Admin")
    #expect(entry?.roleARN == "arn:aws:iam::111122223333:role/team/Admin")
  }

  @Test(arguments: ["", "nonsense", "arn:aws:iam::1:role/", "a/b:c", ":/", "/:"])
  func acceptsInvalidARNs(arn: String) {
    let entry = Catalogue(profiles: [.make("a", roleARN: arn)], settings: Settings()).entries.first
    #expect(entry?.accountID == nil)
  }

  @Test func keepsTwoEntriesForOneRole() {
    let catalogue = Catalogue(profiles: [.make("a"), .make("b")], settings: Settings())
    #expect(catalogue.entries.count == 2)
  }

  @Test func saysWhichEntryOfTheSettingsBelongsToNothing() {
    let catalogue = Catalogue(profiles: [], settings: settings("- {name: gone, color: red}"))
    #expect(catalogue.entries == [])
    #expect(catalogue.diagnostics.map(\.origin) == [Origin(file: "config.yaml", line: 2)])
    #expect(catalogue.diagnostics.first?.message.contains("The entry 'gone'") == true)
  }

  @Test func knowsAnExtraRoleThatIsAmongTheProfilesAlready() {
    let said = settings("- {name: extra, role_arn: \"arn:aws:iam::444455556666:role/Deploy\"}")
    var profile = ProfileEntry.make("extra")
    profile.origin = Origin(file: "config.yaml", line: 2)
    let catalogue = Catalogue(profiles: [profile], settings: said)
    #expect(catalogue.entries.map(\.isProfile) == [false])
  }

  @Test func letsAProfileWinOverAnExtraRoleOfItsName() {
    let said = settings(
      "- {name: a, color: red, role_arn: \"arn:aws:iam::444455556666:role/Deploy\"}")
    let catalogue = Catalogue(profiles: [.make("a")], settings: said)
    #expect(catalogue.entries.map(\.accountID) == ["111122223333"])
    #expect(catalogue.entries.map(\.isProfile) == [true])
    #expect(catalogue.entries.map(\.label.color.hex) == ["#d13212"])
  }

  private func settings(_ entries: String) -> Settings {
    Settings(yaml: "entries:\n" + entries, file: "config.yaml")
  }
}
