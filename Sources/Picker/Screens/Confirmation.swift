import Accounts
import Text

/// Asking for the name of an entry that requires confirmation before switching.
struct Confirmation: Equatable, Sendable {
  var selectedSwitch: SelectedSwitch
  /// What is to be typed, one of these: the display name and the name, as a keyboard can type them.
  var names: [String]
  var field = TextField("")
  /// Something else was typed, and sent.
  var isRefused = false
  /// A question that `y` answers, in place of a name to be typed.
  let isQuestion: Bool

  init(_ order: SelectedSwitch, for entry: Entry) {
    self.selectedSwitch = order
    isQuestion = entry.label.confirmsBriefly
    names = [entry.label.displayName, entry.name].map(\.cleaned).filter { !$0.isEmpty }
    if names.count == 2, names[0] == names[1] { names.removeLast() }
  }

  var isConfirmed: Bool {
    isQuestion ? ["y", "yes"].contains(field.text.lowercased()) : names.contains(field.text)
  }

  /// Says that it does not match; what was typed is selected, so that typing replaces it.
  mutating func markRefused() {
    isRefused = true
    field = TextField(selecting: field.text)
  }
}
