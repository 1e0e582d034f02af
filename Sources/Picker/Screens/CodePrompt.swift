/// A prompt for the six digits of an MFA device.
struct CodePrompt: Equatable, Sendable {
  var selectedSwitch: SelectedSwitch
  var device: String
  var reason: CodeReason
  /// Where to find the code; empty if that is not known.
  var hint = ""
  var field = TextField("")
  /// Whether the user submitted too few digits.
  var isShort = false

  /// AWS's `TokenCode` is six digits.
  static let length = 6

  /// The code, once it is complete.
  var code: String? { field.text.count == Self.length ? field.text : nil }

  /// Types digits and ignores blanks.
  ///
  /// It returns false and types nothing if the text contains anything else or is too long.
  mutating func type(_ text: String) -> Bool {
    let digits = text.filter { !$0.isWhitespace }
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      field.text.count + digits.count <= Self.length
    else { return false }
    field.insert(digits)
    isShort = false
    return true
  }
}

extension Model {
  func text(of prompt: CodePrompt) -> BoxedText {
    let rest = max(0, CodePrompt.length - prompt.field.text.count)
    return BoxedText(
      title: "MFA code for \(name(prompt.selectedSwitch))", mark: mark(prompt.selectedSwitch),
      body: [.text(""), .text("6-digit code from \(prompt.device):")]
        + (prompt.hint.isEmpty ? [] : [.text(prompt.hint)])
        // Next to the field, which is visible on any screen.
        + [.text("")] + (prompt.warning.map { [.warning($0)] } ?? [])
        + [
          .field(prompt.field, prompt: "", blanks: String(repeating: "_", count: rest)),
          .text(""),
        ])
  }
}

extension CodeReason {
  fileprivate var sentence: String? {
    switch self {
    case .firstRequest: nil
    case .refused: "AWS refused that code. If it was right, wait for the next one."
    case .maybeUsed: "That code may be used up: wait for the next one."
    }
  }
}

extension CodePrompt {
  fileprivate var warning: String? {
    isShort ? "An MFA code has six digits." : reason.sentence
  }
}
