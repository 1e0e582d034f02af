/// Why there is no session, to be read at leisure.
struct Failure: Equatable, Sendable {
  var order: Order
  /// Cleaned, its line breaks kept.
  var text: String
  /// The first line shown.
  var top = 0
}
