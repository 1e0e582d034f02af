import Accounts
import Batch
import Credentials
import Testing
@testable import Switchback

struct SelectionTests {
  private let catalogue = Catalogue(
    profiles: [
      ProfileEntry(name: "dev", origin: Origin(file: "f", line: 1), kind: .sso, group: "web"),
      ProfileEntry(
        name: "prod", origin: Origin(file: "f", line: 2), kind: .sso, displayName: "Live",
        group: "web"),
      ProfileEntry(name: "audit", origin: Origin(file: "f", line: 3), kind: .sso),
    ], settings: Settings())

  private func names(_ selection: Selection) throws -> [String] {
    var configuration = Configuration.read(in: .stub())
    configuration.catalogue = catalogue
    return try selection.entries(in: configuration).map(\.name)
  }

  @Test func whatAnyOfThemChoosesOnceInTheCataloguesOrder() throws {
    #expect(try names(Selection(groups: ["web"])) == ["dev", "prod"])
    #expect(try names(Selection(patterns: ["*D*"])) == ["dev", "prod", "audit"])
    #expect(try names(Selection(patterns: ["liv?"])) == ["prod"])
    #expect(try names(Selection(names: ["audit", "Live"])) == ["prod", "audit"])
    #expect(
      try names(Selection(groups: ["web"], patterns: ["prod"], names: ["audit", "dev"]))
        == ["dev", "prod", "audit"])
  }

  @Test func whatChoosesNothingIsNamed() {
    for (selection, status, word) in [
      (Selection(groups: ["web", "wbe"]), 1, "'wbe'"), (Selection(patterns: ["x*"]), 1, "'x*'"),
      (Selection(names: ["pro"]), 2, "'prod'"),
    ] as [(Selection, Int32, String)] {
      let failure = #expect(throws: CommandError.self) { try names(selection) }
      #expect(failure?.status == status && failure?.description.contains(word) == true)
    }
  }

  @Test func namesOnLinesAreTrimmed() {
    #expect(namesOnLines(Array("a\r\n\n  b c \n\td".utf8)) == ["a", "b c", "d"])
    #expect(namesOnLines([]) == [])
  }
}
