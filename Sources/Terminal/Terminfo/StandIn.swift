/// The terminals whose terminfo entries may stand in for one that has none here, the nearest first.
///
/// Terminals that are newer than this machine's terminfo, often reached by SSH, understand what xterm does.
package func standIns(for term: String) -> [String] {
  let name = term.lowercased()
  if ["tmux", "screen"].contains(where: name.hasPrefix) {
    return ["screen-256color", "screen", "xterm-256color"]
  }
  return likeXterm.contains(where: name.hasPrefix) ? ["xterm-256color", "xterm"] : []
}

private let likeXterm = [
  "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty", "konsole",
  "mintty",
  "mlterm", "ms-terminal", "nsterm", "putty", "rio", "rxvt-unicode", "st-", "vscode", "vte", "warp",
  "wezterm",
]
