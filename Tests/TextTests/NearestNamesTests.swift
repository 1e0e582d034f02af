import Testing
import Text

struct NearestNamesTests {
  @Test(arguments: [
    ("prdo", ["dev", "prod", "staging"], ["prod"]),
    ("PROD", ["dev", "prod"], ["prod"]),
    ("prod", ["preprod", "dev", "prod-admin", "prd"], ["prod-admin", "prd", "preprod"]),
    ("colour", ["color", "group"], ["color"]),
    ("x", ["production", "dev"], []),
    ("", ["dev"], []),
    ("zzzz", ["dev"], []),
  ])
  func ranksWhatMayHaveBeenMeant(typed: String, candidates: [String], expected: [String]) {
    #expect(nearest(to: typed, among: candidates) == expected)
  }

  @Test func keepsToTheLimit() {
    #expect(nearest(to: "a", among: ["a1", "a2", "a3"], limit: 2) == ["a1", "a2"])
  }
}
