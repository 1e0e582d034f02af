import Accounts
import TestSupport
import Testing

struct LookupTests {
  let catalogue = Catalogue(
    profiles: [
      .make("prod", displayName: "Production"), .make("dev", displayName: "prod"),
      .make("eu", displayName: "Europe"), .make("europe-2", displayName: "Europe"),
    ], settings: Settings())

  @Test(arguments: [("prod", "prod"), ("Production", "prod"), ("eu", "eu")])
  func findsTheExactNameElseTheExactDisplayName(typed: String, name: String) throws {
    #expect(try catalogue.entry(named: typed).name == name)
  }

  @Test func refusesADisplayNameThatTwoHave() {
    let error = UnknownEntryError.ambiguous(displayName: "Europe", names: ["eu", "europe-2"])
    #expect(throws: error) { try catalogue.entry(named: "Europe") }
    #expect(error.description.contains("'eu' and 'europe-2'"))
  }

  @Test(arguments: [
    ("Prod", ["prod", "Production"]), ("prdo", ["prod"]), ("dve", ["dev"]), ("zzz", []), ("", []),
  ])
  func offersOnlyNamesForWhatIsNotExact(typed: String, names: [String]) {
    #expect(throws: UnknownEntryError.unknown(typed, nearest: names)) {
      try catalogue.entry(named: typed)
    }
  }

  @Test func saysWhatToDoNext() {
    let near = UnknownEntryError.unknown("prdo", nearest: ["prod", "prod-2"])
    #expect(near.description == "No entry 'prdo'. Did you mean 'prod' or 'prod-2'?")
    let far = UnknownEntryError.unknown("zzz", nearest: [])
    #expect(far.description.contains("`switchback list`"))
    let many = UnknownEntryError.ambiguous(displayName: "x", names: (1...20).map { "e\($0)" })
    #expect(many.description.contains("'e8' and 12 more."))
  }
}
