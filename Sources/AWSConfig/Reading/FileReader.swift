import Accounts

/// Reads one of the two files line by line, and skips lines that it cannot read.
///
/// The grammar is that of Python's configparser, which the AWS CLI uses, with the tolerance of the
/// SDKs.
struct FileReader {
  enum Source {
    case config, credentials
  }

  let bytes: FileBytes
  let path: String
  let source: Source
  /// The profiles to keep; nil for all of them.
  let selected: Set<String>?
  let keys = KnownKeyTable()
  var profiles: Sections
  var ssoSessions = Sections()
  var services = Sections()
  var collector: DiagnosticCollector
  private var ignored: [IgnoredSection] = []
  var section: Section?
  /// The open section's header.
  var header = Sections.Header(text: 0..<0)
  var property: OpenProperty?
  // The indent of the line that lines with a larger indent continue.
  private var indent = 0
  /// True under a header that does not open a section, or opens one that is not selected.
  var ignoring = false
  /// True after the first line of a property that is not kept; indented lines are its value.
  var isInIgnoredProperty = false
  /// True once a line without effect may have been meant to protect an entry.
  var mayHoldStrays = false
  var meant = ProtectionKeyGuesser()

  private init(_ bytes: FileBytes, _ source: Source, path: String, only selected: Set<String>?) {
    self.bytes = bytes
    self.source = source
    self.path = path
    self.selected = selected
    collector = DiagnosticCollector(file: path)
    // A profile is rarely shorter; if so, the table grows.
    profiles = Sections(expecting: selected?.count ?? bytes.count / 128)
  }

  /// Reads a file's bytes; the path is only for messages.
  ///
  /// With `selected` no other profiles are kept; the content of those is the same.
  static func read(
    _ bytes: [UInt8], _ source: Source, path: String, only selected: Set<String>? = nil
  ) -> SharedFile {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = FileReader(bytes, source, path: path, only: selected)
      var lines = LineCursor(bytes)
      while let line = lines.next() { reader.read(line) }
      reader.closeSection()
      return SharedFile(
        profiles: reader.profiles, ssoSessions: reader.ssoSessions.all,
        services: reader.services.all, ignored: reader.ignored, diagnostics: reader.collector.all(),
        mayHoldStrays: reader.mayHoldStrays || bytes.contains(0) || mayHoldJoinedLines(bytes))
    }
  }

  /// All lines of a file, with the meaning that the reader gave each.
  static func placedLines(of bytes: [UInt8], _ source: Source) -> [PlacedLine] {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = FileReader(bytes, source, path: "", only: nil)
      var lines = LineCursor(bytes)
      var placed: [PlacedLine] = []
      var start = 0
      while let line = lines.next() {
        reader.read(line)
        placed.append(PlacedLine(line, whole: start..<lines.position, after: reader))
        start = lines.position
      }
      return placed
    }
  }

  private mutating func read(_ line: Line) {
    guard line.isUTF8 else { return skip(line) }
    guard let first = line.text.first.map({ bytes[$0] }) else {
      property?.blankLines += 1
      return
    }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") { return }
    if continuesProperty(line) {
      noteStray(line)
      property?.continue(line)
      return
    }
    indent = line.indent
    if let inside = insideBrackets(line.text) {
      readHeader(inside, line)
    } else if isHalfHeader(line.text) {
      closeSection()
      ignoring = true
      ignore(line.text, bytes.text(line.text) == "[]" ? .noName : .halfHeader, line: line.number)
    } else if ignoring {
      noteStray(line)
      isInIgnoredProperty = delimiter(in: line.text) != nil
    } else {
      isInIgnoredProperty = false
      readProperty(line)
    }
  }

  /// The maximum number of ignored sections that are kept for hints.
  private static let mostIgnored = 10_000

  /// Records that the lines under a header are not read.
  mutating func ignore(_ header: Range<Int>, _ reason: DiagnosticKind, line: Int) {
    collector.add(reason, line: line)
    guard ignored.count < Self.mostIgnored else { return }
    let origin = Origin(file: path, line: line)
    ignored.append(IgnoredSection(bytes.text(header), reason, origin))
  }

  private func continuesProperty(_ line: Line) -> Bool {
    line.indent > indent && (isInProperty || isInIgnoredProperty)
  }

  /// Skips a line that is not UTF-8; the lines below it may belong to it, and not to the section
  /// above.
  private mutating func skip(_ line: Line) {
    collector.add(.notUTF8, line: line.number)
    noteStray(line)
    guard let first = line.text.first.map({ bytes[$0] }), first != UInt8(ascii: "#"),
      first != UInt8(ascii: ";"), !continuesProperty(line)
    else { return }
    indent = line.indent
    if first == UInt8(ascii: "[") {
      closeSection()
      ignoring = true
    } else {
      closeProperty()
      isInIgnoredProperty = delimiter(in: line.text) != nil
    }
  }
}
