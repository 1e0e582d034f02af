import Accounts

/// What one of the two files says.
struct SharedFile {
  var profiles: Sections
  var ssoSessions: [Section]
  var services: [Section]
  var ignored: [IgnoredSection]
  var diagnostics: [Diagnostic]
  /// False where no line can be one that was meant to protect an entry and is not read.
  var mayHoldStrays: Bool
}

/// The sections of one kind of one file, in order, those of the same name merged.
struct Sections {
  private(set) var all: [Section] = []
  private(set) var places: [String: Int]
  /// Where the names stand, which may be written in more than one way.
  private var headers: [Header] = []

  init(expecting count: Int = 0) {
    places = Dictionary(minimumCapacity: count)
    all.reserveCapacity(count)
  }

  /// Adds a section, or its properties to the one before it of that name; gives what there is to say of which line.
  mutating func merge(
    _ section: consuming Section, _ header: Header, in bytes: FileBytes
  ) -> (finding: DiagnosticKind, line: Int)? {
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
    default:
      if earlier.isAddedTo(by: header, in: bytes) {
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
    /// What stands between the brackets, white space included.
    var text: Range<Int>
    /// True where it is another name to the AWS CLI, which takes white space, or a comment, for a part of it.
    var isOtherToCLI = false

    /// Sections of one name are added up, but for those that are of two names to the AWS CLI.
    fileprivate func isAddedTo(by later: Header, in bytes: FileBytes) -> Bool {
      switch (isOtherToCLI, later.isOtherToCLI) {
      case (false, false): true
      case (true, true): bytes.text(text) == bytes.text(later.text)
      case (true, false), (false, true): false
      }
    }
  }
}
