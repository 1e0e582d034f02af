import Canvas

/// The active entry of a shell as it is noted beside it, for the sentence on leaving: it may have been switched in place.
package struct ActiveEntryNote: Sendable, Equatable {
  var label: String
  var color: Color
  /// What follows the name in the badge.
  var suffix: String

  package init(_ identity: Identity) {
    let badge = Badge(identity, in: .unstyled)
    (label, color, suffix) = (identity.label, identity.color, badge.suffix)
  }

  /// The name of the file that it is noted in.
  package static let file = "active"
}

extension ActiveEntryNote {
  /// What a note says; nil where it says that there is none.
  package init?(noted text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 3, !lines[0].isEmpty, let color = Color(hex: lines[2]) else { return nil }
    (label, suffix, self.color) = (lines[0].truncatedToLabel.cleaned, lines[1].cleaned, color)
  }

  func writing(in folder: String, _ syntax: ShellSyntax) -> String {
    syntax.writing([label, suffix, color.hex ?? ""], to: folder + "/" + Self.file)
  }

  static func clearing(in folder: String, _ syntax: ShellSyntax) -> String {
    syntax.writing([""], to: folder + "/" + file)
  }
}
