import Accounts
import Canvas
import Search
import Testing

/// Queries for entries; queries for lines are compared with fzf itself, end to end.
struct QueryTests {
  private let table = EntryTable([
    made("prod-admin", "Zürich Production", role: "Admin", group: "Payments"),
    made("dev", "Development", role: "PowerUser", account: "999900001111"),
    made("audit", "Audit", role: "ReadOnly", account: "222222222222", region: "us-east-1"),
  ])

  private func found(_ query: String) -> [String] {
    let order = EntryOrder(rows: [0, 1, 2])
    let found = table.find(Query(query), in: order)
    return (0..<found.count).compactMap { table.text(.name, ofRow: found[$0]) }
  }

  @Test(arguments: [
    ("", ["prod-admin", "dev", "audit"]), ("  ", ["prod-admin", "dev", "audit"]),
    ("zurich", ["prod-admin"]), ("ZÜRICH", []), ("zürich", ["prod-admin"]),
    ("pay eu", ["prod-admin"]), ("9999", ["dev"]), ("!dev !audit", ["prod-admin"]),
    ("^dev | audit$", ["audit", "dev"]), ("'us-east'", ["audit"]), ("dvlp", ["dev"]),
    ("'arn:aws:iam::2222", ["audit"]), ("nothing", []),
  ])
  func findsTermsInAnyField(query: String, names: [String]) {
    #expect(found(query) == names)
  }

  @Test(arguments: [
    ("role:admin", ["prod-admin"]), ("role:^r", ["audit"]), ("!role:admin", ["dev", "audit"]),
    ("id:2222", ["audit", "prod-admin"]), ("region:'us", ["audit"]), ("group:pay", ["prod-admin"]),
    ("name:adm", ["prod-admin"]), ("role:admin | role:readonly", ["audit", "prod-admin"]),
    ("role:", ["prod-admin", "dev", "audit"]), ("id:admin", []),
  ])
  func looksOnlyWhereAFieldIsNamed(query: String, names: [String]) {
    #expect(found(query) == names)
  }

  @Test func matchQualityDecidesThenFrecencyThenLengthThenOrder() {
    let names = ["xa-prod", "prod-one", "prod-two", "prod-x"]
    let table = EntryTable(names.map { made($0, $0, role: nil) })
    func ranked(_ frecent: [Int]) -> [Int] {
      let order = EntryOrder(rows: [0, 1, 2, 3], frecent: frecent)
      let found = table.find(Query("prod"), in: order)
      return (0..<found.count).map { found[$0] }
    }
    #expect(ranked([]) == [3, 1, 2, 0])
    #expect(ranked([0, 2]) == [2, 3, 1, 0])
  }

  @Test func findsTheSameInManyRowsAsInFew() {
    let many = (0..<9_000).map {
      made("e\($0)", "Entry \($0)", role: $0 % 3 == 0 ? "Admin" : "Dev")
    }
    let table = EntryTable(many)
    let order = EntryOrder(rows: Array(0..<9_000))
    let wide = table.find(Query("en"), in: order)
    #expect(wide.count == 9_000)
    let narrow = table.find(Query("en admin 12"), in: order, among: wide)
    let direct = table.find(Query("en admin 12"), in: order)
    #expect(narrow == direct && narrow.count > 0)
    #expect((0..<narrow.count).allSatisfy { narrow[$0] % 3 == 0 })
  }

  @Test(arguments: [
    ("prod ad", "prod", true), ("production", "prod", true), ("ad prod", "prod", true),
    ("prod", "", true), ("pro", "prod", false), ("prod", "prod dev", false),
    ("!prod", "prod", false), ("!production", "!prod", false), ("'prod", "prd", true),
    ("prod", "'prod", false), ("^prod", "'prod", true), ("PRod", "prod", false),
    ("a | b", "a", false), ("a", "a | b", true), ("^prod", "^pr", true), ("prod$", "od$", true),
    ("role:ad", "a", true), ("a", "role:a", false), ("pröd", "prod", false),
  ])
  func narrowsOnlyWhatItCannotAddTo(longer: String, shorter: String, narrows: Bool) {
    #expect(Query(longer).narrows(Query(shorter)) == narrows)
  }

  @Test(arguments: [
    ("Production, admin", "prod", ["Prod"]), ("Production, admin", "'admin pr", ["Pr", "admin"]),
    ("Zürich", "ur", ["ür"]), ("Zu\u{308}rich", "zur", ["Zu\u{308}r"]), ("abcabc", "^abc", ["abc"]),
    ("Production", "pdn", ["P", "d", "n"]), ("Production", "dev", []), ("Production", "", []),
    ("", "a", []), ("foo bar", "bar$ | foo", ["bar"]), ("foo_bar", "'bar'", ["bar"]),
  ])
  func saysWhereItsTermsStand(text: String, query: String, expected: [String]) {
    let ranges = Query(query).highlights(in: [(.displayName, text)])[0]
    #expect(ranges.map { String(text[$0]) } == expected)
  }

  @Test(arguments: [
    ("", [0, 1, 2, 3]), ("undo", [1]), ("co", [2, 0]), ("copy | undo", [1, 2, 0]),
    ("!copy", [1, 3]), ("id:", []),
  ])
  func ranksTextsAsItRanksLines(query: String, places: [Int]) {
    let texts = ["copy the role's ARN", "undo", "copy a link", "été"]
    #expect(Query(unformatted: query).ranked(texts) == places)
    #expect(Query(unformatted: "ete").ranked(texts) == [3])
    let ranges = Query(unformatted: "role").highlights(in: texts[0])
    #expect(ranges.map { String(texts[0][$0]) } == ["role"])
  }

  @Test func marksATermWhereItFitsBest() {
    let texts: [(field: EntryTable.Field, text: String)] = [
      (.displayName, "pa-d-m-in"), (.role, "Admin"), (.account, "111122223333"),
    ]
    let ranges = Query("admin 22").highlights(in: texts)
    #expect(ranges.map(\.count) == [0, 1, 1])
    #expect(Query("role:ad").highlights(in: texts).map(\.count) == [0, 1, 0])
  }
}

private func made(
  _ name: String, _ display: String, role: String?, account: String = "111122223333",
  region: String = "eu-west-1", group: String? = nil
) -> Entry {
  Entry(
    name: name, label: Label(displayName: display, color: .black, group: group), kind: .assumeRole,
    accountID: account, roleName: role,
    roleARN: role.map { "arn:aws:iam::\(account):role/\($0)" }, region: region,
    origin: Origin(file: "config", line: 1))
}
