import CommandReference
import Testing

/// Command lines as bash has them, taken apart and put together again.
struct TypedLineTests {
  @Test(arguments: [
    ("a b", ["a"], "b"), ("a  b ", ["a", "b"], ""), (#"a 'b c"#, ["a"], "b c"),
    (#"a "b c" d"#, ["a", "b c"], "d"), (#"a b\ c"#, ["a"], "b c"), (#"a "b\$c"#, ["a"], "b$c"),
    (#"a "b\c"#, ["a"], #"b\c"#), (#"a '' "#, ["a", ""], ""), (#"a 'b'\''c"#, ["a"], "b'c"),
    (#"a b\"#, ["a"], "b"), ("a '\u{301}b", ["a"], "\u{301}b"), ("", [], ""),
  ])
  func isTakenApart(_ text: String, _ words: [String], _ current: String) {
    let line = TypedLine(text)
    #expect(line.words == words)
    #expect(Array(line.current.unicodeScalars) == Array(current.unicodeScalars))
  }

  @Test(arguments: [
    ("s ", "", "prod", "prod"), ("s pr", "pr", "prod", "prod"), ("s ", "", "a b", #"a\ b"#),
    ("s a:", "", "a:b", "b"), ("s a:b", "b", "a:bc", "bc"),
    ("s --group=", "", "--group=x y", #"x\ y"#),
    (#"s 'a"#, "a", "a'b c", #"a'\''b c"#), (#"s "a"#, "a", #"a"$b`c\d"#, #"a\"\$b\`c\\d"#),
    (#"s "a"#, "a", "a!b", #"a"'!'"b"#), (#"s a\ "#, #"a\ "#, "a b", #"a\ b"#),
    ("s ", "", "$(x);<>&|*?[]{}#~!'\"", ##"\$\(x\)\;\<\>\&\|\*\?\[\]\{\}\#\~\!\'\""##),
    ("s ", "", "ü", "ü"),
  ])
  func whatBashInsertsIsQuoted(_ text: String, _ replaced: String, _ word: String, _ reply: String)
  {
    #expect(TypedLine(text).reply(word, replacing: replaced) == reply)
  }

  @Test func whatDoesNotBeginSoIsLeftOut() {
    #expect(TypedLine("s pr").reply("dev", replacing: "pr") == nil)
    #expect(TypedLine("s e").reply("e\u{301}x", replacing: "e") == "e\u{301}x")
  }
}
