import Accounts
import Canvas
import Testing

struct QueryTests {
  let entry = IndexedEntry(
    Entry(
      name: "prod-admin",
      label: Label(displayName: "Zürich Production", color: .black, group: "Payments"),
      kind: .assumeRole, accountID: "111122223333", roleName: "Admin", region: "eu-west-1",
      origin: Origin(file: "config", line: 1)))

  @Test(arguments: [
    "", "  ", "prod", "PROD", "admin prod", "zürich", "ZÜRICH", "zu\u{308}rich", "2222", "eu-west",
    "pay admin 1111 eu", "production",
  ])
  func findsWordsInAnyOrderFieldAndCase(text: String) {
    #expect(Query(text).matches(entry))
  }

  @Test(arguments: ["dev", "prod dev", "prodadmin", "admin-zürich", "zurich", "adminzürich"])
  func missesWhereAWordIsNowhere(text: String) {
    #expect(!Query(text).matches(entry))
  }

  @Test(arguments: [
    ("Production, admin", "prod", ["Prod"]),
    ("Production, admin", "ADMIN prod", ["Prod", "admin"]),
    ("Zürich", "ÜR", ["ür"]),
    ("Zu\u{308}rich", "ü", ["u\u{308}"]),
    ("aaa", "aa", ["aaa"]),
    ("abab", "ab", ["abab"]),
    ("ab ab", "ab", ["ab", "ab"]),
    ("Production", "dev", []),
    ("Production", "", []),
    ("", "a", []),
  ])
  func saysWhereItsWordsStand(text: String, query: String, expected: [String]) {
    #expect(Query(query).ranges(in: text).map { String(text[$0]) } == expected)
  }

  @Test(arguments: [
    ("prod ad", "prod", true), ("production", "prod", true), ("ad prod", "prod a", true),
    ("prod", "", true), ("pro", "prod", false), ("prod", "prod dev", false),
  ])
  func narrowsWhatItAddsTo(longer: String, shorter: String, narrows: Bool) {
    #expect(Query(longer).narrows(Query(shorter)) == narrows)
  }
}
