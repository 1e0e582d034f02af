import Accounts

/// The sections of one kind of one file, in order, those of the same name merged.
struct Sections {
  private(set) var all: [Section] = []
  private(set) var places: [String: Int]

  init(expecting count: Int = 0) {
    places = Dictionary(minimumCapacity: count)
    all.reserveCapacity(count)
  }

  /// Adds a section, or its properties to the one before it of that name; says what was odd, and of which line.
  mutating func merge(_ section: consuming Section) -> (finding: Finding, line: Int)? {
    guard let place = places[section.name] else {
      places[section.name] = all.count
      all.append(section)
      return nil
    }
    let line = section.origin.line
    let first = all[place].origin.line
    switch (all[place].kind, section.kind) {
    case (.plainDefault, .profile):
      all[place] = section
      return (.defaultTwice(prefixed: line), first)
    case (.profile, .plainDefault):
      return (.defaultTwice(prefixed: first), line)
    default:
      for property in section.properties.all { all[place].properties.set(property) }
      return (.repeatedSection(section.name, first: first), line)
    }
  }
}
