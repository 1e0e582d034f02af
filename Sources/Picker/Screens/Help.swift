/// The help, open.
struct Help: Equatable, Sendable {
  /// The first line shown.
  var top = 0
}
