import Accounts
import Canvas
import Search
import Testing

/// A word that looks like a field, but does not name one.
struct UnknownFieldTests {
  @Test(arguments: [
    ("acount:8888", "There is no field 'acount'; did you mean 'account:'?"),
    ("prod Rol:admin", "There is no field 'Rol'; did you mean 'role:'?"),
    (
      "!foo:bar",
      "There is no field 'foo'; there are name: account: role: region: group: session: "
        + "profile: id: is:"
    ),
    ("is:mfaa", "There is no state 'mfaa'; did you mean 'is:mfa'?"),
    (
      "is:xyz",
      "There is no state 'xyz'; there are is:mfa is:login is:broken is:problem is:pinned "
        + "is:recent is:confirm is:read-only"
    ),
  ])
  func isReportedWithTheNearest(query: String, complaint: String) {
    #expect(Query(query).complaint(found: nil) == complaint)
  }

  @Test(arguments: [
    "prod", "account:8", "id:8", "role:a region:us group:x session:y profile:z name:n", "is:mfa",
    "'foo:bar", "arn:aws:iam::1:role/x", "https://example.com", ":x", "12:30", "a_b:c", "",
  ])
  func isNotSeenInOtherWords(query: String) {
    #expect(Query(query).complaint(found: nil) == nil)
  }

  @Test func isNoMatterWhereANameHoldsTheWord() {
    let table = EntryTable([made("acme:prod"), made("other")])
    let found = table.find(Query("Acme:prod"), in: EntryOrder(rows: [0, 1]))
    #expect(found.count == 0)
    #expect(Query("acme:prod").complaint(found: table.entry(0)) == nil)
    #expect(Query("acme:prod").complaint(found: table.entry(1)) != nil)
    #expect(table.find(Query("acme:prod"), in: EntryOrder(rows: [0, 1])).count == 1)
  }

  @Test func isCleanAndShort() throws {
    let long = String(repeating: "x", count: 500)
    let complaint = try #require(Query("is:\(long)\u{1B}[31m").complaint(found: nil))
    #expect(complaint.count < 200 && !complaint.contains("\u{1B}"))
  }

  @Test func knowsTheFieldsOfSwitches() {
    #expect(
      Query(ofSwitches: "when:today how:shell account:1 date:2026").complaint(found: nil) == nil)
    #expect(Query(ofSwitches: "group:x").complaint(found: nil)?.contains("when:") == true)
    #expect(Query(unformatted: "foo:bar").complaint(found: nil) == nil)
  }
}

private func made(_ name: String) -> Entry {
  Entry(
    name: name, label: Label(displayName: name, color: .black), kind: .assumeRole,
    origin: Origin(file: "config", line: 1))
}
