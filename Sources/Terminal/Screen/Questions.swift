/// What a terminal is asked about itself.
enum TerminalQueries {
  /// True where the terminal answers, or ignores what it does not know.
  ///
  /// GNU screen prints the answers of the terminal outside it.
  static func canBeAsked(_ environment: [String: String]) -> Bool {
    knowsProtocols(environment) && environment["STY", default: ""].isEmpty
  }

  /// True where a sequence that the terminal does not know does no harm.
  static func knowsProtocols(_ environment: [String: String]) -> Bool {
    !["dumb", "linux"].contains(environment["TERM"])
  }

  /// Before anything is set: whether bracketed paste and meta-sends-escape are on already.
  static let first = bytes("\u{1b}[?2004$p\u{1b}[?1036$p")
  /// Whether the theme is light or dark, and `background`.
  static let colors = bytes("\u{1b}[?996n") + background
  /// The background, and then what every terminal answers.
  static let background = bytes("\u{1b}]11;?\u{1b}\\\u{1b}[c")
}
