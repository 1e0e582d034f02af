import Terminal
import Testing

struct EntryPathsTests {
  @Test func looksWhereTerminfoSays() {
    let environment = ["TERMINFO": "/t", "HOME": "/home/me", "TERMINFO_DIRS": "/a::relative"]
    let paths = terminfoPaths(for: "xterm", environment: environment)
    #expect(
      Array(paths.prefix(6)) == [
        "/t/x/xterm", "/t/78/xterm", "/home/me/.terminfo/x/xterm", "/home/me/.terminfo/78/xterm",
        "/a/x/xterm", "/a/78/xterm",
      ])
    #expect(paths.contains("/lib/terminfo/x/xterm"))
    #expect(!paths.contains { $0.hasPrefix("relative") })
  }

  @Test(arguments: ["", "../../etc/passwd", "a/b"])
  func looksNowhereForWhatIsNoName(term: String) {
    #expect(terminfoPaths(for: term, environment: [:]) == [])
  }

  @Test(arguments: [
    ("\u{1b}[H", "\u{1b}[H"), ("\u{1b}[H$<5>\u{1b}[J$<50/>", "\u{1b}[H\u{1b}[J"), ("a$<", "a$<"),
    ("$", "$"), ("", ""),
  ])
  func leavesOutDelays(capability: String, sent: String) {
    #expect(withoutPadding(Array(capability.utf8)) == Array(sent.utf8))
  }
}
