/// Text that must never be shown: it prints, dumps and reflects as `••••`.
package struct Secret: Sendable, Hashable {
  /// The text itself, for signing, sealing and handing to a child; nowhere else.
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
