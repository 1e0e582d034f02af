import Accounts
import Canvas
import Shells
import Testing
import Text
@testable import Switchback

struct TableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    let table = alignedColumns([["a", "bb", ""], ["名前", "", "c"]])
    #expect(String(decoding: table, as: UTF8.self) == "a     bb\n名前      c\n")
  }

  @Test func nothingIsNoTable() {
    #expect(alignedColumns([]).isEmpty)
    #expect(Table(columns: [.init(title: "A")], rows: []).drawn(look(80)) == "")
  }

  private func look(_ columns: Int, _ colors: LabelColors = .unstyled) -> TableLook {
    TableLook(columns: columns, colors: colors)
  }

  private var entries: [Entry] {
    let label = Label(displayName: "Payments, production", color: .rgb(1, 2, 3), group: "payments")
    let origin = Origin(file: "f", line: 1)
    return [
      Entry(
        name: "payments-prod", label: label, kind: .assumeRole, accountID: "111122223333",
        roleName: "PaymentsAdministrator", region: "eu-west-1",
        origin: origin),
      Entry(
        name: "dev", label: Label(displayName: "dev", color: .rgb(4, 5, 6)), kind: .staticKeys,
        origin: origin),
    ]
  }

  @Test func aTableOfEntriesHasAHeaderAndTheGroups() {
    #expect(
      Table(entries).drawn(look(120)) == """
        NAME           DISPLAY NAME          GROUP     ACCOUNT       ROLE                   REGION
        payments-prod  Payments, production  payments  111122223333  PaymentsAdministrator  eu-west-1
        dev

        """)
  }

  /// Cells are cut first, then columns go, the least important first; a name stays whole.
  @Test(arguments: [
    (90, "NAME DISPLAY NAME GROUP ACCOUNT ROLE REGION"),
    (78, "NAME DISPLAY NAME GROUP ACCOUNT ROLE"),
    (64, "NAME DISPLAY NAME ACCOUNT ROLE"), (50, "NAME DISPLAY NAME ACCOUNT"), (28, "NAME ACCOUNT"),
    (20, "NAME"), (10, "NAME"),
  ])
  func itFitsTheWindow(_ columns: Int, _ titles: String) {
    let lines = Table(entries).drawn(look(columns)).split(separator: "\n")
    #expect(lines[0].split(separator: " ").joined(separator: " ") == titles)
    #expect(lines.allSatisfy { String($0).columns <= max(columns, 13) }, "\(lines)")
    #expect(lines[1].hasPrefix("payments-prod"))
  }

  @Test func noColumnIsLostByWidening() {
    var shown = 0
    for columns in 10...200 {
      let header = Table(entries).drawn(look(columns)).prefix { $0 != "\n" }
      let count = header.split(separator: "  ", omittingEmptySubsequences: true).count
      #expect(count >= shown, "\(columns)")
      shown = count
    }
    #expect(shown == 6)
  }

  @Test func coloursStandBeforeTheNames() {
    let text = Table(entries).drawn(look(120, .indexed)).replacing("\u{1B}", with: "ESC")
    #expect(text.hasPrefix("ESC[1m  NAME"))
    #expect(text.contains("\nESC[0;48;5;232;38;5;231m ESC[0m payments-prod  Payments"))
    let reverse = Table(entries).drawn(look(120, .reverse))
    #expect(!reverse.contains("48;5") && reverse.contains("\npayments-prod"))
  }

  @Test func reasonsAreWrappedAtWordsBelowTheirRows() {
    #expect(
      indented("AWS refused this role.\n  - its trust policy\n`a b c d e f g h` end", in: 20) == """
            AWS refused this
            role.
              - its trust
                policy
            `a b c d e f g h`
            end

        """)
  }

  @Test func rowsOfOneCauseStandTogether() {
    func row(_ name: String, _ reason: String? = nil) -> Table.Row {
      Table.Row(cells: [.init(text: name)], reason: reason)
    }
    let rows = Table.grouped([
      (row("a", "why"), "x"), (row("b"), nil), (row("c", "other"), "y"), (row("d", "why d"), "x"),
    ])
    #expect(rows.map(\.cells[0].text) == ["b", "a", "d", "c"])
    #expect(rows.map(\.reason) == [nil, nil, "why", "other"])
  }
}
