/// Why something did not come about, to be read at leisure.
struct FailedAttempt: Equatable, Sendable {
  enum Attempt: Equatable, Sendable {
    case switching(SelectedSwitch)
    /// Changing an entry of that name, which is shown by that display name.
    case editing(entry: String, displayName: String)
    case undoing
  }

  var attempt: Attempt
  /// Cleaned, its line breaks kept.
  var text: String
  /// The first line shown.
  var top = 0

  var selectedSwitch: SelectedSwitch? {
    if case .switching(let order) = attempt { order } else { nil }
  }
}
