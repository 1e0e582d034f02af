import Canvas

extension Entry {
  /// The entry with all that its row shows cleaned.
  ///
  /// Its name stays as it is, since that identifies it; that, the ARN and the file, which only the
  /// details of one entry show, are cleaned there.
  package var cleaned: Entry {
    var entry = self
    let shown = label.displayName.cleaned
    entry.label.displayName = shown.isBlank ? name.cleaned : shown
    if entry.label.displayName.isBlank { entry.label.displayName = "(no name)" }
    entry.label.group = label.group?.cleaned
    entry.accountID = accountID?.cleaned
    entry.roleName = roleName?.cleaned
    entry.region = region?.cleaned
    return entry
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
