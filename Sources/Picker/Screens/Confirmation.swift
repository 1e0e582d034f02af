import Accounts
import Search
import Text

/// A prompt for the name of an entry that requires confirmation before switching.
struct Confirmation: Equatable, Sendable {
  var selectedSwitch: SelectedSwitch
  /// The accepted texts: the display name and the name, cleaned so that a keyboard can type them.
  var names: [String]
  var field = TextField("")
  /// Whether the user submitted something else.
  var isRefused = false
  /// Whether `y` confirms, instead of a typed name.
  let isQuestion: Bool

  init(_ selectedSwitch: SelectedSwitch, for entry: Entry) {
    self.selectedSwitch = selectedSwitch
    isQuestion = entry.label.confirmsBriefly
    names = [entry.label.displayName, entry.name].map(\.cleaned).filter { !$0.isEmpty }
    if names.count == 2, names[0] == names[1] { names.removeLast() }
  }

  var isConfirmed: Bool {
    isQuestion ? ["y", "yes"].contains(field.text.lowercased()) : names.contains(field.text)
  }

  /// Marks the text as not matching and selects it, so that typing replaces it.
  mutating func markRefused() {
    isRefused = true
    field = TextField(selecting: field.text)
  }
}

extension Model {
  mutating func submit(_ confirmation: Confirmation) -> [Effect] {
    if confirmation.isConfirmed { return requestSession(confirmation.selectedSwitch) }
    if confirmation.isQuestion {
      screen = .list
      return []
    }
    var refused = confirmation
    refused.markRefused()
    screen = .confirming(refused)
    return [.ring]
  }

  func text(of confirmation: Confirmation) -> BoxedText {
    let selectedSwitch = confirmation.selectedSwitch
    let field = confirmation.field
    let source = list.entry(selectedSwitch.entry).label.displayName
    let purpose = selectedSwitch.role == nil ? "to confirm" : "to assume it from \(source.cleaned)"
    let names = confirmation.names.joined(separator: " or ")
    let warning: BoxedText.Block = .warning("That doesn't match.")
    guard !confirmation.isQuestion else {
      return BoxedText(
        title: "Switch to \(name(selectedSwitch))?", mark: mark(selectedSwitch),
        body: [
          .text(""), .text("Type y to confirm. Enter alone goes back."), .text(""),
          .field(field, prompt: marks.prompt + " "), .text(""),
        ])
    }
    return BoxedText(
      title: "Switch to \(name(selectedSwitch))?", mark: mark(selectedSwitch),
      body: [.text(""), .text("Type \(names) \(purpose).")]
        + (confirmation.isRefused ? [warning] : [])
        + [
          .text(""), .field(field, prompt: marks.prompt + " "),
          .text(""),
        ])
  }
}
