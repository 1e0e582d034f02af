/// A variable by which all that a program starts is known as its own, whatever session it is in and whoever its parent
/// is by then.
struct ProcessMark: Sendable {
  private static let name = "SWITCHBACK_STARTED_BY"
  private let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    text = String(generator.next() as UInt64, radix: 36)
  }

  /// Adds it to the marks of programs that led here.
  func put(into environment: inout [String: String]) {
    environment[Self.name] = [environment[Self.name], text].compactMap(\.self).joined(
      separator: " ")
  }

  /// True where an environment, as the kernel shows it, has the mark.
  func isIn(_ environment: [UInt8]) -> Bool {
    let prefix = Array("\(Self.name)=".utf8)
    return environment.split(separator: 0).contains { variable in
      variable.starts(with: prefix)
        && variable.dropFirst(prefix.count).split(separator: UInt8(ascii: " "))
          .contains { $0.elementsEqual(text.utf8) }
    }
  }
}
