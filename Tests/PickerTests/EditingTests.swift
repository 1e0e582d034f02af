import Canvas
import Picker
import Testing

struct EditingTests {
  @Test(arguments: [
    ("one two<ctrl-a>x", "xone two", 1),
    ("one two<ctrl-a><ctrl-e>x", "one twox", 8),
    ("one two<ctrl-b><left>x", "one txwo", 6),
    ("one two<ctrl-a><ctrl-f><right>x", "onxe two", 3),
    ("one two<alt-b>x", "one xtwo", 5),
    ("one two<alt-b><alt-b><alt-f>x", "onex two", 4),
    ("one-two<ctrl-w>x", "x", 1),
    ("one-two<alt-backspace>x", "one-x", 5),
    ("one two<ctrl-w>", "one ", 4),
    ("one two<left><ctrl-u>", "o", 0),
    ("one two<alt-b><ctrl-k>", "one ", 4),
    ("one two<ctrl-a><alt-d>", " two", 0),
    ("one<backspace><ctrl-h>", "o", 1),
    ("one<ctrl-a><del><ctrl-d>", "e", 0),
    ("<backspace><del><left><right><alt-b><alt-d>", " find an account, a role, a region", 0),
    ("名前<left>x", "名x前", 3),
    ("e\u{0301}<backspace>x", "x", 1),
  ])
  func editsTheQueryAsReadlineDoes(keys: String, text: String, cursor: Int) throws {
    let frame = try typing(keys, into: model()).model.view(Size(rows: 24, columns: 100))
    #expect(
      frame.lines[0].replacing(" entries", with: "").dropLast(3).trimmingBlanksAtEnd == " ❯ "
        + text.trimmingBlanksAtEnd)
    #expect(frame.cursor == Point(row: 0, column: 3 + cursor))
  }

  @Test func showsTheEndOfALongQuery() throws {
    let long = String(repeating: "x", count: 300) + "end"
    let frame = try typing(long, into: model()).model.view(Size(rows: 10, columns: 40))
    #expect(frame.lines[0].count <= 40)
    #expect(frame.cursor?.column ?? 40 < 40)
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanksAtEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
