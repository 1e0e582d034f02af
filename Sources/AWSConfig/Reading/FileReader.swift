import Accounts

/// Reads one of the two files, line by line, skipping what it cannot make sense of.
///
/// The grammar is that of Python's configparser, which the AWS CLI uses, made tolerant as the SDKs are.
struct FileReader {
  enum Source {
    case config, credentials
  }

  let bytes: FileBytes
  let path: String
  let source: Source
  /// The profiles to be kept; nil for all of them.
  let wanted: Set<String>?
  let keys = KnownKeyTable()
  var profiles: Sections
  var ssoSessions = Sections()
  var services = Sections()
  var collector: DiagnosticCollector
  private var ignored: [IgnoredSection] = []
  var section: Section?
  /// The open section's.
  var header = Sections.Header(text: 0..<0)
  var property: OpenProperty?
  // The indent of the line that a deeper one continues.
  private var indent = 0
  /// True under a header that opens no section, or one of a profile that is not wanted.
  var ignoring = false
  /// True after the first line of a property that is not kept: deeper lines are its value, and no headers.
  var isInIgnoredProperty = false
  /// True once a line is no property, or one that does not count, and may have been meant to protect an entry.
  var mayHoldStrays = false
  var meant = ProtectionKeyGuesser()

  private init(_ bytes: FileBytes, _ source: Source, path: String, only wanted: Set<String>?) {
    self.bytes = bytes
    self.source = source
    self.path = path
    self.wanted = wanted
    collector = DiagnosticCollector(file: path)
    // A profile seldom takes less; where it does, the rest is grown.
    profiles = Sections(expecting: wanted?.count ?? bytes.count / 128)
  }

  /// Reads a file's bytes; the path is only named in what was found.
  ///
  /// With `wanted` no other profiles are kept; those are as they would be without.
  static func read(
    _ bytes: [UInt8], _ source: Source, path: String, only wanted: Set<String>? = nil
  ) -> SharedFile {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = FileReader(bytes, source, path: path, only: wanted)
      var lines = LineCursor(bytes)
      while let line = lines.next() { reader.read(line) }
      reader.closeSection()
      return SharedFile(
        profiles: reader.profiles, ssoSessions: reader.ssoSessions.all,
        services: reader.services.all, ignored: reader.ignored, diagnostics: reader.collector.all(),
        mayHoldStrays: reader.mayHoldStrays || bytes.contains(0) || mayHoldJoinedLines(bytes))
    }
  }

  /// Every line of a file, and what the reader took it for.
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

  /// The most sections that are remembered for who looks for one of their names.
  private static let mostIgnored = 10_000

  /// Notes that what stands under a header is not read.
  mutating func ignore(_ header: Range<Int>, _ finding: DiagnosticKind, line: Int) {
    collector.add(finding, line: line)
    guard ignored.count < Self.mostIgnored else { return }
    let origin = Origin(file: path, line: line)
    ignored.append(IgnoredSection(bytes.text(header), finding, origin))
  }

  private func continuesProperty(_ line: Line) -> Bool {
    line.indent > indent && (isInProperty || isInIgnoredProperty)
  }

  /// A line that is not text: what stands below it may be meant for it, and not for the section above.
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
