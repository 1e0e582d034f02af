import Accounts
import Canvas
import Foundation
import Picker
import Testing

/// The columns while the window grows.
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

  /// The names of the rows are shown whole before other columns are widened.
  @Test(arguments: [28, 36, 40, 44])
  func namesAreWholeBeforeOtherColumnsAreWide(length: Int) throws {
    let names = (0..<30).map {
      "\($0)-".padding(toLength: length, withPad: "abcdefgh", startingAt: 0)
    }
    let entries = names.map {
      entry($0, $0, role: "OrganizationAccountAccessRole", region: "ap-southeast-2", shortcut: "p")
    }
    let model = model(entries)
    for columns in (length + 22)...240 {
      let lines = model.view(Size(rows: 24, columns: columns)).lines
      let shown = names.filter { name in lines.contains { $0.contains(name) } }
      #expect(shown.count >= 5, "\(columns) columns:\n\(lines.joined(separator: "\n"))")
    }
  }

  @Test func anAccountThatIsCutShowsItsEnd() throws {
    let name = String(repeating: "n", count: 38)
    let lines = model([entry(name, account: "123456789012")]).view(Size(rows: 24, columns: 60))
      .lines
    #expect(lines.contains { $0.contains(name) && $0.contains("…789012") })
  }

  @Test func theLongestNamesHaveWhatIsLeft() throws {
    let name = String(repeating: "n", count: 60)
    let lines = model([entry(name)]).view(Size(rows: 24, columns: 200)).lines
    #expect(lines.contains { $0.contains(name) })
  }

  @Test func eightyColumnsHaveWholeNamesOf44AndTheRole() throws {
    let name = String(repeating: "n", count: 44)
    let lines = model([entry(name, role: "OrganizationAccountAccessRole")])
      .view(Size(rows: 24, columns: 80)).lines
    #expect(lines.contains { $0.contains(name) && $0.contains("111111111111  Organiz…") })
  }
}
