import Canvas
import Picker
import Testing
import Text

struct SizeTests {
  private let many = (0..<50).map { entry("e\($0)", "Entry \($0)") }

  @Test func isUsableOnASmallScreen() throws {
    try expect(
      model(recents: ["dev"]), typing: "adm",
      shows: """
         ❯ adm                              2/3
        ▸▌ p Production, admin         …111111
         ▌ 1 Development               …111112
         Enter switch   Esc clear   F1 help
        """, size: Size(rows: 10, columns: 40))
  }

  @Test func keepsTheSelectedRowOnATinyScreen() throws {
    let tiny = try typing("<down>", into: model()).model
    #expect(tiny.view(Size(rows: 3, columns: 60)).lines[0].contains("Development"))
    #expect(tiny.view(Size(rows: 20, columns: 12)).lines[0].hasPrefix("▸"))
    #expect(tiny.view(Size(rows: 1, columns: 1)).lines == ["▸"])
    #expect(tiny.view(Size(rows: 0, columns: 0)).lines == [])
  }

  @Test(arguments: [(40, "Account"), (55, "Role"), (65, "Session"), (80, "Region"), (92, "Group")])
  func dropsColumnsByImportance(columns: Int, last: String) throws {
    let all = ["Account", "Role", "Session", "Region", "Group"]
    let size = Size(rows: 24, columns: columns)
    let headings = try typing("n", into: model()).model.view(size).lines[1]
    let shown = all.prefix { headings.contains($0) }
    #expect(shown.contains(last))
    #expect(all.dropFirst(shown.count).allSatisfy { !headings.contains($0) })
  }

  @Test func showsDetailsWhereThereIsRoom() {
    let origin = " From      ~/.aws/config:12, profile prod"
    #expect(model().view(Size(rows: 24, columns: 80)).lines.contains(origin))
    #expect(!model().view(Size(rows: 23, columns: 80)).lines.contains(origin))
  }

  @Test func fitsEverySize() throws {
    var failed = try typing("<enter>", into: model(many)).model
    _ = failed.update(.failed(entry: "e0", "It did not work, and this says why at some length."))
    var login = try typing("<alt-r>", into: model(many)).model
    _ = login.update(
      .loginChanged(.code(userCode: "ABCD-EFGH", page: "https://example.com/device")))
    var role = model(many)
    _ = role.update(.pasted("arn:aws:iam::222222222222:role/Audit"))
    let screens = [
      model(many), model([]), try typing("<f1>", into: model(many)).model, failed, login, role,
      try typing("<enter>", into: role).model,
      try typing("<ctrl-o><down>x<enter>", into: model(many)).model,
      try typing("<f2>co", into: model(many)).model, try typing("<alt-j>", into: model()).model,
      try typing("<alt-a><f2>zz", into: model(many)).model,
      Model(entries: many, now: 0, keymap: Keymap(vi: true)),
      try opened(), try opened([]), try typing("prod<tab><alt-X>x<enter>", into: opened()).model,
      try typing("zzz", into: opened(over: role)).model,
    ]
    for model in screens {
      for rows in [0, 1, 2, 3, 4, 5, 6, 8, 12, 20, 24, 30] {
        for columns in [0, 1, 2, 3, 10, 19, 20, 23, 24, 40, 60, 100, 150] {
          let frame = model.view(Size(rows: rows, columns: columns))
          #expect(frame.cells.count == rows * columns)
          #expect(frame.lines.allSatisfy { $0.columns <= columns })
        }
      }
    }
  }
}
