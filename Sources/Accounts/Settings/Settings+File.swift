extension Settings {
  /// The settings in a file; the defaults, with a diagnostic, where it cannot be read, and without one where
  /// it is missing or empty: then no YAML parser is started.
  package init(contentsOf file: String) {
    switch TextFile(file) {
    case .absent: self.init()
    case .text(let text) where text.allSatisfy(\.isWhitespace): self.init()
    case .text(let text): self.init(yaml: text, file: file)
    case .unreadable(let reason):
      self.init()
      let origin = Origin(file: file, line: 1)
      diagnostics = [Diagnostic(origin, "The settings could not be read: \(reason).")]
    }
  }
}
