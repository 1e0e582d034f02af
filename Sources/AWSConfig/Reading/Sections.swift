import Accounts

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
  ) -> (finding: Finding, line: Int)? {
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
    case (.plainDefault, .profile):
      replace(place, by: section, header)
      return (.defaultTwice(prefixed: line), first)
    case (.profile, .plainDefault):
      return (.defaultTwice(prefixed: first), line)
    default:
      if earlier.isSame(as: header, in: bytes) {
        for property in section.properties.all { all[place].properties.set(property) }
        return (.repeatedSection(bytes.text(earlier.text), first: first), line)
      }
      if earlier.wins(over: header, name: section.name, in: bytes) {
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
  ///
  /// Two headers that are written differently are two sections to the AWS CLI: nothing of the one is added to the
  /// other.
  struct Header {
    /// What stands between the brackets, white space included.
    var text: Range<Int>
    /// True where the AWS CLI takes a comment for a part of the name.
    var isOtherToCLI = false

    fileprivate func isSame(as other: Header, in bytes: FileBytes) -> Bool {
      isOtherToCLI == other.isOtherToCLI && bytes.text(text) == bytes.text(other.text)
    }

    /// The AWS CLI takes the credentials file's that is the name exactly, and the last one of the config file's.
    fileprivate func wins(over later: Header, name: String, in bytes: FileBytes) -> Bool {
      if isOtherToCLI != later.isOtherToCLI { return later.isOtherToCLI }
      return bytes.text(text) == name
    }
  }
}
