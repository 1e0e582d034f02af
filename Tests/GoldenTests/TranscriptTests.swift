import Canvas
import Testing

/// A golden can only fail by the content of its transcript.
struct TranscriptTests {
  @Test func showsOnlyTheLinesThatDiffer() {
    let old = (1...20).map(String.init)
    var new = old
    new[9] = "ten"
    new.remove(at: 19)
    let diff = lineDiff(
      from: old.joined(separator: "\n"), to: new.joined(separator: "\n"))
    #expect(
      diff == """
          ⋮
          7
          8
          9
        - 10
        + ten
          11
          12
          13
          ⋮
          17
          18
          19
        - 20
        """)
    #expect(lineDiff(from: "a\nb", to: "a\nb") == "")
  }

  @Test func givesEveryRoleALetterOfItsOwn() {
    #expect(initials(of: ["text", "title", "match", "it", "Key"]) == ["t", "i", "m", "a", "k"])
  }

  @Test(arguments: [
    (Depth.none, "bold, reverse"), (.eight, "white on red, bold"),
    (.sixteen, "bright white on red, bold"), (.indexed, "231 on 160, bold"),
    (.direct, "#ffffff on #d13212, bold"),
  ])
  func namesStylesAsTheTerminalShowsThem(depth: Depth, words: String) {
    let style = Style(.white, on: .rgb(0xD1, 0x32, 0x12), .bold)
    #expect(depth.words(for: style) == words)
    #expect(depth.words(for: Style()) == "plain")
  }

  @Test func saysEachStyleOnceAndCountsWhatRepeats() throws {
    let situation = Situation("bare", "nothing but the list", "<down>") {
      picker([entry("a"), entry("b")], recents: [], sessions: [:], look: $0)
    }
    let large = Golden(situation: situation, screen: Screen(size: Screen.sizes[5]))
    let text = try large.transcript()
    #expect(text.hasPrefix("bare: nothing but the list\non      400x100, 24-bit colours, UTF-8\n"))
    #expect(text.contains("\nkeys    <down>\n"))
    #expect(text.contains("┊ 91 more like it\n"))
    #expect(text.contains("#0073bb\n"))
    #expect(text.split(separator: "\n").count < 40)
  }

  @Test func tellsColoursApartThatTextDoesNot() throws {
    func text(_ color: String) throws -> String {
      let situation = Situation("colour", "of an entry") {
        picker([entry("a", "A", "3", "Admin", color)], recents: [], sessions: [:], look: $0)
      }
      return try Golden(situation: situation, screen: Screen()).transcript()
    }
    #expect(try text(red) != text(green))
  }
}
