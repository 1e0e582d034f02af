/// Asking for the six digits of an MFA device.
struct CodePrompt: Equatable, Sendable {
  var selectedSwitch: SelectedSwitch
  var device: String
  var reason: CodeReason
  /// Where the code is to be found; empty where that is not known.
  var hint = ""
  var field = TextField("")
  /// Fewer digits than a code has were sent.
  var isShort = false

  /// AWS's `TokenCode` is six digits.
  static let length = 6

  /// The code once it is whole.
  var code: String? { field.text.count == Self.length ? field.text : nil }

  /// Types digits, blanks between them left out; false, and nothing typed, where it is anything else or too much.
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
