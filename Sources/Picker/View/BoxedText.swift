import Canvas

/// What stands in a box over the list.
struct BoxedText: Equatable {
  var title: String
  /// A sign after the title, which is shown however long the title is.
  var mark = ""
  var isDanger = false
  var body: [Block]
  /// What stands below the body and never scrolls.
  var foot = ""
  /// The first line shown.
  var top = 0
  /// On a small screen blank lines, then the border, give way before any line is out of sight.
  var isWhole = false
  /// In two columns where the screen is wide.
  var isWide = false

  enum Block: Equatable {
    case text(String)
    case heading(String)
    case warning(String)
    /// A key or a name, and what it means.
    case pair(String, String)
    /// A line being typed, behind a prompt, and what stands for characters that are yet to be typed.
    case field(TextField, prompt: String, blanks: String = "")
    case option(OptionLine)
    /// A line in colours of its own.
    case spans([Span])
    case choices(ChoiceLine)
    /// A code to be compared or typed elsewhere.
    case code(String)
    /// An address to be opened elsewhere, whole however long it is.
    case address(String)
  }
}
