import Canvas

/// Asking for the name of an entry that wants it typed before switching.
struct Confirmation: Equatable, Sendable {
  var order: Order
  /// What is to be typed.
  var name: String
  var field = TextField("")
  /// Something else was typed, and sent.
  var wrong = false

  var isConfirmed: Bool { field.text == name }
}
