/// Asking for a word before all switches that are shown are forgotten.
struct Forgetting: Equatable, Sendable {
  /// The numbers of the switches.
  let ids: [Int64]
  var field = TextField("")
  /// Something else was typed, and sent.
  var wrong = false

  static let word = "forget"

  var isConfirmed: Bool { field.text == Self.word }
}
