/// Why there is no session, to be read at leisure.
struct Failure: Equatable, Sendable {
  /// The entry's index in the list.
  var entry: Int
  /// Cleaned, its line breaks kept.
  var text: String
  /// The first line shown.
  var top = 0
}
