/// A part of `config.yaml`, or a line of a profile, that could not be read, and that may have said `confirm` or
/// `read_only`.
///
/// What protects must not be lost by a typing error: the entries that it may concern are not switched to.
package struct UnreadProtectionError: Error, Sendable, Hashable {
  /// The entries that the part may concern.
  package enum Scope: Sendable, Hashable {
    case everyEntry
    case entry(String)
    case matching(Glob)
  }

  package let diagnostic: Diagnostic
  package let scope: Scope
  /// It stands in `config.yaml`, which can be left out.
  package let isInSettings: Bool

  package init(_ diagnostic: Diagnostic, _ scope: Scope, isInSettings: Bool = true) {
    self.diagnostic = diagnostic
    self.scope = scope
    self.isInSettings = isInSettings
  }

  /// True where the part may concern the entry of these names.
  package func concerns(_ name: String, _ displayName: String) -> Bool {
    switch scope {
    case .everyEntry: true
    case .entry(let entry): entry == name
    case .matching(let glob): glob.matches(name) || glob.matches(displayName)
    }
  }
}

extension UnreadProtectionError: CustomStringConvertible {
  /// What is wrong, in which line, and how to go on.
  package var description: String {
    let (origin, message) = (diagnostic.origin, diagnostic.message)
    return
      "\(origin.file):\(origin.line): \(message) It may set `confirm` or `read_only` for \(subject), "
      + "so nothing was done. Correct the file (`switchback config` lists every error)"
      + (isInSettings
        ? ", or add --without-settings to go on without its labels, `confirm` and `read_only`."
        : ".")
  }

  private var subject: String {
    switch scope {
    case .everyEntry: "any entry"
    case .entry, .matching: "this entry"
    }
  }
}

extension Settings {
  /// The first part that could not be read and may protect the entry; nil where all that may was read.
  package func unreadProtection(of entry: Entry) -> UnreadProtectionError? {
    unreadProtections.first { $0.concerns(entry.name, entry.label.displayName) }
  }

  /// The first part that could not be read and may protect any entry there is.
  package var unreadProtectionOfAll: UnreadProtectionError? {
    unreadProtections.first { $0.scope == .everyEntry }
  }
}
