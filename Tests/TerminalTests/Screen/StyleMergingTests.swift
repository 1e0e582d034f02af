import Terminal
import Testing

struct StyleMergingTests {
  @Test(arguments: [
    ("plain", "plain"), ("", ""),
    ("␛[39m␛[mx", "␛[mx"), ("␛[0mx", "␛[mx"), ("␛[0;2mx", "␛[0;2mx"),
    ("␛[0;1m␛[38;5;16m␛[48;5;202m x", "␛[0;1;38;5;16;48;5;202m x"),
    ("␛[39;49m␛[0;7mx", "␛[0;7mx"), ("␛[1mx␛[m", "␛[1mx␛[m"), ("␛[m␛[m␛[m", "␛[m"),
    ("␛[1m␛[2;4Hx␛[m␛[31m", "␛[1m␛[2;4Hx␛[;31m"), ("␛[1m␛[?25h␛[m", "␛[1m␛[?25h␛[m"),
    ("␛[38;5;0m␛[1m", "␛[38;5;0;1m"), ("␛[1;0m", "␛[1;0m"), ("␛[", "␛["), ("␛[31", "␛[31"),
    ("␛[>4m␛[m", "␛[>4m␛[m"), ("é␛[1m名␛[m", "é␛[1m名␛[m"),
  ])
  func makesOneOfManyThatFollowEachOther(sent: String, merged: String) {
    #expect(merging(sent) == merged)
  }

  @Test func makesNoneThatIsTooLong() {
    let color = "␛[38;2;1;2;3m"
    let three = String(repeating: color, count: 3)
    #expect(merging(three + color) == three.joinedStyles + color)
  }

  private func merging(_ text: String) -> String {
    let sent = Array(text.replacing("␛", with: "\u{1b}").utf8)
    return String(decoding: mergingStyles(sent), as: UTF8.self).replacing("\u{1b}", with: "␛")
  }
}

extension String {
  fileprivate var joinedStyles: String { replacing("m␛[", with: ";") }
}
