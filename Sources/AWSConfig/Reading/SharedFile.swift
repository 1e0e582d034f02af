import Accounts

/// The content of one of the two files.
struct SharedFile {
  var profiles: Sections
  var ssoSessions: [Section]
  var services: [Section]
  var ignored: [IgnoredSection]
  var diagnostics: [Diagnostic]
  /// False if the file has no line that was meant to protect an entry and is not read.
  var mayHoldStrays: Bool
}

/// The sections of one kind in one file, in order; those of the same name are merged.
struct Sections {
  private(set) var all: [Section] = []
  private(set) var places: [String: Int]
  /// The places of the names, which may be written in different ways.
  private var headers: [Header] = []

  init(expecting count: Int = 0) {
    places = Dictionary(minimumCapacity: count)
    all.reserveCapacity(count)
  }

  /// Adds a section, or merges it with an earlier one of its name; returns a diagnostic, if any.
  mutating func merge(
    _ section: consuming Section, _ header: Header, in bytes: FileBytes
  ) -> (kind: DiagnosticKind, line: Int)? {
    guard let place = places[section.name] else {
      places[section.name] = all.count
      all.append(section)
      headers.append(header)
      return nil
    }
    let line = section.origin.line
    let first = all[place].origin.line
    let earlier = headers[place]
    switch (all[place].kind, section.kind) {
    case (.unprefixedDefault, .profile):
      replace(place, by: section, header)
      return (.defaultTwice(prefixed: line), first)
    case (.profile, .unprefixedDefault):
      return (.defaultTwice(prefixed: first), line)
    case (.profile, .profile), (.unprefixedDefault, .unprefixedDefault), (.ssoSession, _),
      (.services, _), (_, .ssoSession), (_, .services):
      if earlier.isMerged(with: header, in: bytes) {
        for property in section.properties.all { all[place].properties.set(property) }
        let (before, now) = (bytes.text(earlier.text), bytes.text(header.text))
        return (
          before == now ? .repeatedSection(now, first: first) : .sameName(now, first: first), line
        )
      }
      if !earlier.isOtherToCLI {
        return (.sameNameElsewhere(bytes.text(header.text), line: first), line)
      }
      replace(place, by: section, header)
      return (.sameNameElsewhere(bytes.text(earlier.text), line: line), first)
    }
  }

  private mutating func replace(_ place: Int, by section: Section, _ header: Header) {
    all[place] = section
    headers[place] = header
  }
}

extension Sections {
  /// How a section's name is written.
  struct Header {
    /// The place of the text between the brackets, including white space.
    var text: Range<Int>
    /// True if the AWS CLI reads another name, since it includes white space or a comment.
    var isOtherToCLI = false

    /// True if sections with these headers are merged, because the AWS CLI reads the same name.
    fileprivate func isMerged(with later: Header, in bytes: FileBytes) -> Bool {
      switch (isOtherToCLI, later.isOtherToCLI) {
      case (false, false): true
      case (true, true): bytes.text(text) == bytes.text(later.text)
      case (true, false), (false, true): false
      }
    }
  }
}
