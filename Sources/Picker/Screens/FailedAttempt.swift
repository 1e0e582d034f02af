import Canvas

/// A failed action with its error, shown until the user leaves it.
struct FailedAttempt: Equatable, Sendable {
  enum Attempt: Equatable, Sendable {
    case switching(SelectedSwitch)
    /// An edit of the named entry, with its display name.
    case editing(entry: String, displayName: String)
    case undoing
  }

  var attempt: Attempt
  /// The cleaned error, with its line breaks.
  var text: String
  /// The first line shown.
  var top = 0

  var selectedSwitch: SelectedSwitch? {
    if case .switching(let selectedSwitch) = attempt { selectedSwitch } else { nil }
  }
}

extension Model {
  func text(of failure: FailedAttempt) -> BoxedText {
    BoxedText(
      title: title(of: failure.attempt), mark: failure.selectedSwitch.map(mark) ?? "",
      isDanger: true, body: [.text(""), .text(failure.text), .text("")], top: failure.top)
  }

  private func title(of attempt: FailedAttempt.Attempt) -> String {
    switch attempt {
    case .switching(let selectedSwitch): "Could not switch to \(name(selectedSwitch))"
    case .editing(_, let displayName): "Could not edit \(displayName)"
    case .undoing: "Could not undo the last change"
    }
  }
}

extension String {
  /// The text of an error, with the picker's own actions in place of command-line options.
  ///
  /// `key` opens the options; nil if there are none.
  package func advising(_ key: String?) -> String {
    let region = key.map { "in the options (\($0))" } ?? "by `switchback --region REGION`"
    return replacing("with --region", with: region)
      .replacing("add --without-settings", with: "quit and run `switchback --without-settings`")
  }
}

extension Model {
  /// The label of the key that opens the options.
  var optionsKey: String {
    keymap.bindings.first { $0.action == .options }?.keys.first?.label ?? "F2"
  }
}
