/// A text that must never be shown: it prints, dumps and reflects as `••••`.
package struct Secret: Sendable, Hashable {
  /// The text itself, only for signing, sealing and passing to a child process.
  package let revealed: String

  package init(_ text: String) {
    revealed = text
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "••••" }
  package var debugDescription: String { "••••" }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
