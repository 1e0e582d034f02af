/// A scheme under the name that `--theme` and the settings call it by.
package struct NamedScheme: Sendable, Hashable {
  package var name: String
  package var scheme: Scheme
  /// The path of the user's file; nil for a bundled one.
  package var file: String?

  package init(name: String, scheme: Scheme, file: String? = nil) {
    self.name = name
    self.scheme = scheme
    self.file = file
  }
}
