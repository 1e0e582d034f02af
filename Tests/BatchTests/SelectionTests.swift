import Accounts
import Batch
import Testing

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
    try selection.entries(in: catalogue, named: catalogue.entry(named:)).map(\.name)
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
    for (selection, word) in [
      (Selection(groups: ["web", "wbe"]), "'wbe'"), (Selection(patterns: ["x*"]), "'x*'"),
    ] {
      let error = #expect(throws: SelectionError.self) { try names(selection) }
      #expect(error?.description.contains(word) == true)
    }
    let unknown = #expect(throws: UnknownEntryError.self) { try names(Selection(names: ["pro"])) }
    #expect(unknown.map { "\($0)".contains("'prod'") } == true)
  }

  @Test func namesOnLinesAreTrimmed() {
    #expect(namesOnLines(Array("a\r\n\n  b c \n\td".utf8)) == ["a", "b c", "d"])
    #expect(namesOnLines([]) == [])
  }
}
