import Testing
import Text

struct FittingTests {
  @Test(arguments: [
    ("abcdef", 6, "abcdef", "abcdef"), ("abcdef", 4, "abc…", "…def"), ("名前名前", 6, "名前…", "…名前"),
    ("名前", 3, "名…", "…前"), ("abc", 1, "…", "…"), ("abc", 0, "", ""), ("", 3, "", ""),
    ("abc", -2, "", ""),
  ])
  func shortensToColumns(text: String, columns: Int, end: String, start: String) {
    #expect(text.truncated(to: columns) == end)
    #expect(text.truncatedAtStart(to: columns) == start)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one\n\ntwo", 9, ["one", "", "two"]),
    ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]),
    ("名前 x", 4, ["名前", "x"]),
    ("", 4, [""]),
    ("ab", 0, ["a", "b"]),
  ])
  func breaksLinesAtSpaces(text: String, columns: Int, lines: [String]) {
    #expect(text.wrapped(to: columns) == lines)
  }

  @Test(arguments: [
    ("arn:aws:iam::1:role/ops/Admin", 12, ["arn:aws:iam:", ":1:role/ops/", "Admin"]),
    ("abcdefgh/i", 3, ["abc", "def", "gh/", "i"]), ("名前/名前", 5, ["名前/", "名前"]),
    ("名前", 1, ["名", "前"]), ("a/b", 3, ["a/b"]), ("a/b", 0, ["a", "/", "b"]), ("", 4, [""]),
    ("e\u{301}/x", 2, ["e\u{301}/", "x"]),
  ])
  func breaksLinesAfterSomeCharacters(text: String, columns: Int, lines: [String]) {
    #expect(text.wrapped(to: columns, after: ["/", ":"]) == lines)
  }
}
