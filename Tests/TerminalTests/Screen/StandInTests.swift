import Terminal
import Testing

struct StandInTests {
  @Test(arguments: [
    "xterm-ghostty", "xterm-kitty", "alacritty", "foot-extra", "wezterm", "contour", "rio",
    "st-256color",
    "iTerm2.app", "rxvt-unicode-256color", "konsole-256color", "xterm-from-next-year",
  ])
  func whatIsLikeXtermIsDrawnAsIt(term: String) {
    #expect(standIns(for: term).first == "xterm-256color")
  }

  @Test(arguments: ["tmux-256color", "tmux-direct", "screen.xterm-256color"])
  func whatIsLikeScreenIsDrawnAsIt(term: String) {
    #expect(standIns(for: term) == ["screen-256color", "screen", "xterm-256color"])
  }

  @Test(arguments: ["unknown", "no-such-terminal", "../../etc/passwd", "vt52", "wy60", ""])
  func ofOthersNothingIsKnown(term: String) {
    #expect(standIns(for: term) == [])
  }
}
