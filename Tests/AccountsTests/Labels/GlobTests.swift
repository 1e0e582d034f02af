import Accounts
import Testing

struct GlobTests {
  @Test(arguments: [
    ("*prod*", "eu-PROD-1"), ("*", ""), ("prod", "Prod"), ("p?od", "prod"), ("?", "ü"),
    ("*?*", "x"), ("[a-c]x", "bx"), ("[!a-c]x", "dx"), ("[^a-c]x", "dx"), ("[]x]", "]"),
    ("[a-]", "-"), ("[À-Ý]", "é"), ("a\\*b", "a*b"), ("a\\", "a\\"), ("[ab", "[ab"),
    ("*a*b*c", "xxaxxbxxaxxbxxc"), ("**", "anything"), ("*-*-dev", "a-b-c-dev"),
    ("Zürich*", "ZÜRICH 1"), ("a\u{308}", "ä"),
    ("{prod,live}", "live"), ("*{prod,live}-?", "eu-PROD-1"), ("{a,b{c,d}}x", "bdx"),
    ("x{,-old}", "x"), ("{prod, live }", "live"), ("{prod}", "{prod}"), ("{a,b", "{a,b"),
    ("a}", "a}"), ("\\{a,b}", "{a,b}"), ("{a\\,b,c}", "a,b"), ("[{,]b", "{b"), ("{{a,b}}", "{b}"),
    ("{x,[a,b]}", "b"), ("{a}{b,c}", "{a}c"),
  ])
  func matches(pattern: String, text: String) {
    #expect(Glob(pattern).matches(text))
  }

  @Test(arguments: [
    ("prod", "prod-1"), ("*prod", "prod-1"), ("?", ""), ("?", "ab"), ("[a-c]x", "dx"),
    ("{prod,live}", "{prod,live}"), ("{prod,live}", "prod,live"), ("{a,b}c", "a"), ("{a,b}", "ab"),
    ("[!a-c]x", "ax"), ("a\\*b", "axb"), ("[z-a]", "m"), ("", "a"), ("*a*b", "ba"), ("??", "ü"),
  ])
  func missesTheRest(pattern: String, text: String) {
    #expect(!Glob(pattern).matches(text))
  }

  @Test(.timeLimit(.minutes(1)))
  func bracesThatMakeTooManyPatternsStandForThemselves() {
    let pattern = String(repeating: "{a,b}", count: 40)
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 40)))
    #expect(Glob(pattern).matches(pattern))
    #expect(!Glob(String(repeating: "{", count: 100_000)).matches("a"))
  }

  @Test(.timeLimit(.minutes(1)))
  func isQuickWhereManyStarsFail() {
    let pattern = String(repeating: "a*", count: 30) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 5000)))
  }
}
