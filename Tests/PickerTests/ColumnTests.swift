import Accounts
import Canvas
import Picker
import Testing

/// What stays on the screen while the window grows.
struct ColumnTests {
  private static let catalogues: [[Entry]] = [
    three,
    (0..<30).map { entry("e\($0)", "Entry \($0)", group: nil) },
    (0..<30).map {
      entry(
        "acme-\($0)", "A display name of some length, number \($0)",
        role: "OrganizationAccountAccessRole", region: "ap-southeast-2", group: "group \($0 / 5)",
        shortcut: "p", confirm: $0 == 3, readOnly: $0 == 4)
    },
    (0..<3).map { entry("keys\($0)", account: nil, role: nil, region: nil) },
  ]

  private func headings(_ model: Model, _ size: Size) -> Set<Substring> {
    let line = model.view(size).lines.first { $0.contains("Name") && !$0.contains("❯") } ?? ""
    let words = line.prefix { $0 != "│" }.split(separator: " ")
    return Set(words)
  }

  @Test(arguments: 0..<4, [12, 24, 60])
  func noColumnIsLostByWidening(catalogue: Int, rows: Int) throws {
    let entries = Self.catalogues[catalogue]
    for keys in ["", "e", "<f3>", "<alt-g>"] {
      let model = try typing(keys, into: model(entries, recents: ["dev"])).model
      var narrower: Set<Substring> = []
      for columns in 20...240 {
        let shown = headings(model, Size(rows: rows, columns: columns))
        #expect(shown.isSuperset(of: narrower), "\(keys) at \(columns) columns")
        narrower = shown
      }
      let all: Set<Substring> = ["Name", "State", "Session"]
      #expect(narrower.isSuperset(of: all))
    }
  }

  @Test func theStateIsSaidAtEveryWidth() throws {
    let flagged = model([entry("a", confirm: true, readOnly: true), entry("b")])
    for columns in 40...240 {
      let size = Size(rows: 24, columns: columns)
      #expect(
        flagged.view(size).lines.contains { $0.contains(columns < 80 ? " !" : " ! ro") },
        "\(columns) columns")
    }
    let plain = model([entry("a", kind: .sso)])
    #expect(plain.view(Size(rows: 24, columns: 80)).lines.contains { $0.contains("State") })
  }
}
