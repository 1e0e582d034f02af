import Testing
import Text

struct ShellWordsTests {
  @Test(arguments: [
    ("", []), ("  ", []), ("a  b\tc\n", ["a", "b", "c"]), ("'a b' \"c d\"", ["a b", "c d"]),
    ("a\\ b", ["a b"]), ("a'b'\"c\"", ["abc"]), ("'' x", ["", "x"]), ("\"a\\\"b\"", ["a\"b"]),
    ("\"a\\nb\"", ["a\\nb"]), ("'a\\nb'", ["a\\nb"]), ("a | b && $c", ["a", "|", "b", "&&", "$c"]),
    ("# no comment", ["#", "no", "comment"]), ("é 'ü'", ["é", "ü"]),
  ])
  func words(_ text: String, _ words: [String]) {
    #expect(shellWords(text) == words)
  }

  @Test(arguments: ["'a", "\"a", "a\\", "a 'b", "\"a\\"])
  func whatIsLeftOpenIsNothing(_ text: String) {
    #expect(shellWords(text) == nil)
  }
}
