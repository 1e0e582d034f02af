import Credentials
import Testing
import Text

struct PythonJSONTests {
  @Test func isWrittenAsPythonDoes() {
    let value = JSONValue.object([
      "b": .array([.null, .bool(true), .int(-7), .string("x")]), "a": .object([:]),
      "B": .double(1.5),
    ])
    #expect(
      pythonJSON(value, spaced: true) == #"{"B": 1.5, "a": {}, "b": [null, true, -7, "x"]}"#)
    #expect(pythonJSON(value, spaced: false) == #"{"B":1.5,"a":{},"b":[null,true,-7,"x"]}"#)
  }

  @Test(arguments: [
    ("/", "/"), ("\"\\", #"\"\\"#), ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#),
    ("\u{0}\u{1F}", #"\u0000\u001f"#),
    ("~", "~"), ("\u{7F}", #"\u007f"#), ("\u{80}", #"\u0080"#), ("ü", #"\u00fc"#),
    ("Ω", #"\u03a9"#),
    ("\u{FFFD}", #"\ufffd"#), ("😀", #"\ud83d\ude00"#), ("e\u{301}", #"e\u0301"#),
  ])
  func textIsEscapedAsPythonDoes(_ text: String, _ written: String) {
    #expect(pythonJSON(.string(text), spaced: true) == "\"\(written)\"")
  }

  @Test func keysAreSortedByCodePoint() {
    // By UTF-16 the emoji would come before U+FFFD.
    let value = JSONValue.object(["\u{FFFD}": .int(1), "😀": .int(2), "Z": .int(3), "a": .int(4)])
    #expect(pythonJSON(value, spaced: false) == #"{"Z":3,"a":4,"\ufffd":1,"\ud83d\ude00":2}"#)
  }

  @Test func numbersKeepTheirKinds() {
    #expect(
      JSONValue(Array(#"[1, true, 1.5, "1", null, {"a": []}]"#.utf8))
        == .array([
          .int(1), .bool(true), .double(1.5), .string("1"), .null, .object(["a": .array([])]),
        ]))
  }

  @Test(arguments: ["", "{", "\u{FEFF}{}", "{} {}", "nonsense"])
  func whatIsNoneIsNone(_ text: String) {
    #expect(JSONValue(Array(text.utf8)) == nil)
  }

  @Test func digestsAreInHex() {
    #expect(sha1("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
    #expect(sha256("").hasPrefix("e3b0c44298fc1c149afbf4c8996fb924"))
  }
}
