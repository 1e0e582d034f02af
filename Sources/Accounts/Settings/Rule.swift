package import Canvas

/// What all entries of matching names get where they say nothing themselves.
package struct Rule: Sendable, Hashable {
  /// Held against the entry's name and its display name.
  package var match: Glob
  package var color: Color?
  package var group: String?
  package var confirm: Bool?
  /// `confirm: ask`.
  package var confirmsBriefly = false
  package var readOnly: Bool?
  package var marks = MarkSettings()
  package var origin: Origin?

  /// How many a file may have.
  static let maximumCount = 10_000

  package init(
    match: Glob, color: Color? = nil, group: String? = nil, confirm: Bool? = nil,
    readOnly: Bool? = nil
  ) {
    self.match = match
    self.color = color
    self.group = group
    self.confirm = confirm
    self.readOnly = readOnly
  }
}
