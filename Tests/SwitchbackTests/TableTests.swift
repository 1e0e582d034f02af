import Testing

@testable import Switchback

struct TableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    #expect(columns([["a", "bb", ""], ["名前", "", "c"]]) == "a     bb\n名前      c\n")
  }

  @Test func nothingIsNoTable() {
    #expect(columns([]).isEmpty)
  }
}
