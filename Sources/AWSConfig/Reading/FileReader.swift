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
  let keys = KeyTable()
  var profiles: Sections
  var ssoSessions = Sections()
  var services = Sections()
  var findings: Findings
  var section: Section?
  var property: OpenProperty?
  // The indent of the line that a deeper one continues.
  private var indent = 0
  // True under a header that opens no section: what stands there belongs to nobody.
  var ignoring = false

  private init(_ bytes: FileBytes, _ source: Source, path: String) {
    self.bytes = bytes
    self.source = source
    self.path = path
    findings = Findings(file: path)
    // A profile seldom takes less; where it does, the rest is grown.
    profiles = Sections(expecting: bytes.count / 128)
  }

  /// Reads a file's bytes; the path is only named in what was found.
  static func read(_ bytes: [UInt8], _ source: Source, path: String) -> SharedFile {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = FileReader(bytes, source, path: path)
      var lines = LineCursor(bytes)
      while let line = lines.next() { reader.read(line) }
      reader.closeSection()
      return SharedFile(
        profiles: reader.profiles, ssoSessions: reader.ssoSessions.all,
        services: reader.services.all, diagnostics: reader.findings.all())
    }
  }

  private mutating func read(_ line: Line) {
    guard line.isUTF8 else { return findings.add(.notUTF8, line: line.number) }
    guard let first = line.text.first.map({ bytes[$0] }) else {
      property?.blankLines += 1
      return
    }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: ";") { return }
    if line.indent > indent, isInProperty {
      property?.continue(line)
      return
    }
    indent = line.indent
    if let inside = insideBrackets(line.text) {
      readHeader(inside, line.number)
    } else if isHalfHeader(line.text) {
      closeSection()
      ignoring = true
      findings.add(.halfHeader, line: line.number)
    } else if !ignoring {
      readProperty(line)
    }
  }
}
