import Accounts
import Canvas
import Text

/// The content of a box over the list.
struct BoxedText: Equatable {
  var title: String
  /// A sign after the title.
  ///
  /// It is shown however long the title is.
  var mark = ""
  var isDanger = false
  var body: [Block]
  /// The text below the body.
  ///
  /// It never scrolls.
  var foot = ""
  /// The first line shown.
  var top = 0
  /// Whether a small screen drops blank lines, and then the border, before it hides a line.
  var isWhole = false
  /// Whether a wide screen shows the body in two columns.
  var isWide = false

  enum Block: Equatable {
    case text(String)
    case heading(String)
    case warning(String)
    /// A key or a name, and its meaning.
    case pair(String, String)
    /// An input line after a prompt, with placeholders for the characters that are still missing.
    case field(TextField, prompt: String, blanks: String = "")
    case option(OptionLine)
    /// A line with its own colours.
    case spans([Span])
    case choices(ChoiceLine)
    /// A code to compare or to type elsewhere.
    case code(String)
    /// An address to open elsewhere. It is shown whole, however long it is.
    case address(String)
  }
}

extension Model {
  /// The box over the list, if any.
  func box(on size: Size) -> BoxedText? {
    if let help {
      var text = helpText
      text.top = help.top
      return text
    }
    switch screen {
    case .list, .jumping, .palette: return nil
    case .calling(let call): return call.isSilent ? nil : text(of: call)
    case .choosingOptions(let form): return text(of: form)
    case .editing(let editing): return text(of: editing)
    case .confirming(let confirmation): return text(of: confirmation)
    case .askingCode(let prompt): return text(of: prompt)
    case .failed(let failure): return text(of: failure)
    case .confirmingDeletion(let prompt): return text(of: prompt)
    case .enteringCommand(let prompt): return text(of: prompt)
    }
  }

  func mark(_ selectedSwitch: SelectedSwitch) -> String {
    selectedSwitch.options.isReadOnly ? " (read-only)" : ""
  }
}
