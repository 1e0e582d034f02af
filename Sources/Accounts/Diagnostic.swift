import Text

/// A place in a file that a person can open: its path, and a line counted from 1.
package struct Origin: Sendable, Hashable {
  package var file: String
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// Something in a file that was not as expected, and what was done about it; the rest was read all the same.
package struct Diagnostic: Sendable, Hashable {
  package var origin: Origin
  /// A sentence that names what stands there and what was made of it; what looks like a secret is masked.
  package var message: String

  package init(_ origin: Origin, _ message: String) {
    self.origin = origin
    self.message = maskingSecrets(message)
  }
}
