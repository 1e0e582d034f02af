import Accounts

/// The sections of one kind of one file, in order, those of the same name merged.
struct Sections {
  private(set) var all: [Section] = []
  private(set) var places: [String: Int]
  /// Where the names stand, which may be written in more than one way.
  private var headers: [Range<Int>] = []

  init(expecting count: Int = 0) {
    places = Dictionary(minimumCapacity: count)
    all.reserveCapacity(count)
  }

  /// Adds a section, or its properties to the one before it of that name; gives what there is to say of which line.
  ///
  /// Two headers that are written differently are two sections to the AWS CLI. Nothing of the one is added to the
  /// other: it takes the last of the config file's, and of the credentials file's the one that is the name exactly.
  mutating func merge(
    _ section: consuming Section, _ header: Range<Int>, in bytes: FileBytes
  ) -> (finding: Finding, line: Int)? {
    guard let place = places[section.name] else {
      places[section.name] = all.count
      all.append(section)
      headers.append(header)
      return nil
    }
    let line = section.origin.line
    let first = all[place].origin.line
    let earlier = bytes.text(headers[place])
    let isSameHeader = earlier == bytes.text(header)
    switch (all[place].kind, section.kind) {
    case (.plainDefault, .profile):
      all[place] = section
      headers[place] = header
      return (.defaultTwice(prefixed: line), first)
    case (.profile, .plainDefault):
      return (.defaultTwice(prefixed: first), line)
    default:
      guard isSameHeader else {
        if earlier == section.name {
          return (.sameNameElsewhere(bytes.text(header), line: first), line)
        }
        all[place] = section
        headers[place] = header
        return (.sameNameElsewhere(earlier, line: line), first)
      }
      for property in section.properties.all { all[place].properties.set(property) }
      return (.repeatedSection(earlier, first: first), line)
    }
  }
}
