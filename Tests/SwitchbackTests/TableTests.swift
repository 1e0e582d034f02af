import Testing

@testable import Switchback

struct TableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    let table = columns([["a", "bb", ""], ["名前", "", "c"]])
    #expect(String(decoding: table, as: UTF8.self) == "a     bb\n名前      c\n")
  }

  @Test func nothingIsNoTable() {
    #expect(columns([]).isEmpty)
  }
}
