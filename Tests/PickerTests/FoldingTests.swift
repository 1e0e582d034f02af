import Canvas
import Picker
import Testing

struct FoldingTests {
  private let folded = """
     ▹ payments  2
     ▿ security  1
    """

  @Test(arguments: ["<left>", "<down><left>", "<alt-z>", "x<backspace><left>", "<left><left>"])
  func foldsWhereThereIsNoQuery(keys: String) throws {
    try expect(model(), typing: keys, shows: folded)
  }

  @Test(arguments: ["<right>", "<enter>", "<alt-z>", "<left><right>", "<alt-j>a"])
  func unfolds(keys: String) throws {
    #expect(try typing("<left>" + keys, into: model()).model == model())
  }

  @Test func movesTheCursorWhereThereIsAQuery() throws {
    try expect(
      model(), typing: "pod<left><left>r<enter>", asks: [.assume(entry: "prod", code: nil)])
  }
}
