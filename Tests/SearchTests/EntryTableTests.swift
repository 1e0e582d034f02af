import Accounts
import Canvas
import Foundation
import Search
import TestSupport
import Testing

struct EntryTableTests {
  private let entries = [
    Entry(
      name: "pro\u{1B}[31md",
      label: Label(
        displayName: "Prod\u{202E}uction", color: .rgb(1, 2, 3), group: "a", shortcut: "p",
        confirm: true, readOnly: true),
      kind: .sso, accountID: "111111111111", roleName: "Admin", roleARN: "arn:x",
      region: "eu-west-1",
      origin: Origin(file: "/f", line: 7), isProfile: false),
    Entry(
      name: "bare", label: Label(displayName: "bare", color: .white), kind: .instanceMetadata,
      origin: Origin(file: "/g", line: 1)),
  ]

  @Test func givesBackWhatItWasMadeOfCleaned() {
    let table = EntryTable(entries)
    #expect((0..<table.count).map { table.entry($0) } == entries.map(\.cleaned))
    #expect(table.entry(0).label.displayName == "Production")
    #expect(table.entry(0).name == entries[0].name)
  }

  @Test func findsRowsByName() {
    let many = (0..<1_000).map { number in
      Entry(
        name: "e\(number)", label: Label(displayName: "x", color: .white), kind: .process,
        origin: Origin(file: "", line: number))
    }
    let table = EntryTable(many)
    let rows = many.map { table.row(named: $0.name) }
    #expect(rows == Array(0..<1_000))
    #expect(table.row(named: "e1000") == nil)
    #expect(table.row(named: "") == nil)
    #expect(EntryTable([]).row(named: "x") == nil)
  }

  @Test func keepsWhatItsMakerAdds() throws {
    let table = EntryTable(entries, supplement: Data("more".utf8))
    let read = try #require(EntryTable(Data(table.bytes)))
    #expect(read == table && read.supplement == Data("more".utf8))
    #expect(read.shortcuts == ["p": 0] && read.columns(of: .displayName) == 10)
  }

  @Test func refusesBytesThatAreNotATable() {
    let bytes = EntryTable(entries).bytes
    #expect(EntryTable(Data()) == nil)
    #expect(EntryTable(Data(repeating: 7, count: 500)) == nil)
    for length in stride(from: 0, to: bytes.count, by: 3) {
      #expect(EntryTable(bytes.prefix(length)) == nil)
    }
  }

  @Test(arguments: 1...20) func survivesDamage(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let whole = [UInt8](EntryTable(entries).bytes)
    for _ in 0..<25 {
      var bytes = whole
      for _ in 0..<4 {
        bytes[Int.random(in: 12..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      guard let table = EntryTable(Data(bytes)) else { continue }
      let rows = min(table.count, 4)
      #expect((0..<rows).map { table.entry($0) }.count == rows)
      #expect(table.row(named: "bare").map { $0 < table.count } ?? true)
      let found = table.find(Query("pro"), in: EntryOrder(rows: (0..<rows).map { UInt32($0) }))
      #expect(found.count <= rows)
    }
  }
}
