/// A variable by which all that a program starts is known as its own, whatever session it is in and whoever its parent
/// is by then.
struct ProcessMark: Sendable {
  private static let name = "SWITCHBACK_STARTED_BY"
  let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    // Long enough to stand for nothing else, whatever an environment holds.
    text = String(generator.next() as UInt64 | 1 << 63, radix: 36)
  }

  /// Adds it to the marks of programs that led here.
  func put(into environment: inout [String: String]) {
    environment[Self.name] = [environment[Self.name], text].compactMap(\.self).joined(
      separator: " ")
  }
}
