/// Asking for a word before all switches that are shown are forgotten.
struct DeletionPrompt: Equatable, Sendable {
  /// The numbers of the switches.
  let ids: [Int64]
  var field = TextField("")
  /// Something else was typed, and sent.
  var isRefused = false

  static let confirmationWord = "forget"

  var isConfirmed: Bool { field.text == Self.confirmationWord }
}
