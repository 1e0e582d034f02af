import Text

/// A place in a file: its path, and a line counted from 1.
package struct Origin: Sendable, Hashable {
  package var file: String
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// A problem in a file and how it was handled; the rest of the file was read.
package struct Diagnostic: Sendable, Hashable {
  package var origin: Origin
  /// A sentence that quotes the problem and states its consequence; text that looks like a secret
  /// is masked.
  package var message: String

  package init(_ origin: Origin, _ message: String) {
    self.origin = origin
    self.message = maskingSecrets(message)
  }
}
