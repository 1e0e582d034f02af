import Accounts
import Canvas
import Search
import Testing

/// Queries such as `is:mfa` for the states of entries, which are not part of their texts.
struct QueryStateTests {
  private let table = EntryTable([
    made("plain"), made("code") { $0.hasMFA = true },
    made("ended") { $0.login = "corp" }, made("held") { $0.login = "corp" },
    made("open") { $0.login = "other" },
    made("bad") { ($0.trouble, $0.login) = (.unusable, "corp") },
    made("odd") { $0.trouble = .doubtful },
    made("careful") { ($0.label.readOnly, $0.label.confirm) = (true, true) },
  ])
  private let current = CurrentStates(pinned: [4], recent: [1, 2], held: [3], loggedOut: ["corp"])

  private func found(_ query: String) -> [String] {
    let order = EntryOrder(rows: (0..<8).map { UInt32($0) }, frecent: [7, 2])
    let found = table.find(Query(query), in: order, current: current)
    return (0..<found.count).compactMap { table.text(.name, ofRow: found[$0]) }
  }

  @Test(arguments: [
    ("is:mfa", ["code"]), ("is:login", ["ended"]), ("is:broken", ["bad"]),
    ("is:problem", ["odd"]), ("is:pinned", ["open"]), ("is:recent", ["code", "ended"]),
    ("is:read-only", ["careful"]), ("is:ro", ["careful"]), ("is:confirm", ["careful"]),
    ("IS:MFA", ["code"]), ("state:mfa", ["code"]), ("!state:mfa is:recent", ["ended"]),
    ("!is:recent !is:login", ["plain", "held", "open", "bad", "odd", "careful"]),
    ("is:mfa | is:broken", ["code", "bad"]), ("is:recent e", ["code", "ended"]),
    ("is:recent is:mfa", ["code"]), ("is:mfa is:pinned", []),
  ])
  func findEntriesByWhatTheyAre(query: String, names: [String]) {
    #expect(Set(found(query)) == Set(names))
  }

  @Test(arguments: [
    ("is:", 8), ("is:p", 2), ("is:pi", 1), ("is:re", 3), ("is:r", 3), ("is:rea", 1), ("is:b", 1),
  ])
  func areFoundWhileTheyAreTyped(query: String, count: Int) {
    #expect(found(query).count == count)
  }

  @Test func leaveTheListInItsOrder() {
    #expect(found("is:mfa | is:read-only | is:login") == ["code", "ended", "careful"])
  }

  @Test func narrowAsTextDoes() {
    #expect(Query("is:rec").narrows(Query("is:re")) && !Query("is:re").narrows(Query("is:rec")))
    #expect(Query("is:mfa prod").narrows(Query("is:mfa")))
    #expect(!Query("is:mfa").narrows(Query("m")) && !Query("mfa").narrows(Query("is:mfa")))
    #expect(!Query("!is:mfa").narrows(Query("is:mfa")))
  }

  @Test func areNoStatesOfLinesOrBehindAQuote() {
    #expect(Query(unformatted: "is:mfa").ranked(["is:mfa", "mfa"]) == [0])
    #expect(found("'is:mfa") == [] && found("plain") == ["plain"])
  }

  @Test func areFoundInManyRowsAsInFew() {
    let many = EntryTable(
      (0..<9_000).map { number in made("e\(number)") { $0.hasMFA = number % 3 == 0 } })
    let order = EntryOrder(rows: Array(0..<9_000))
    #expect(many.find(Query("is:mfa"), in: order).count == 3_000)
    let found = many.find(
      Query("is:login"), in: order, current: CurrentStates(held: [-1, 9_000], loggedOut: ["x"]))
    #expect(found.count == 0)
  }
}

private func made(_ name: String, _ change: (inout Entry) -> Void = { _ in }) -> Entry {
  var entry = Entry(
    name: name, label: Label(displayName: name, color: .black), kind: .assumeRole,
    origin: Origin(file: "config", line: 1))
  change(&entry)
  return entry
}
