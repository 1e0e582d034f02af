extension String {
  /// The text cleaned, its line breaks kept.
  package var cleanedLines: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.cleaned)
      .joined(separator: "\n")
  }
}
