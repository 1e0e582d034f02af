/// The lines of the list: entries, and the headings of their sections.
struct ListLines: Equatable, Sendable {
  enum Line: Equatable, Sendable {
    /// The entry at an index of the order.
    case entry(place: Int)
    case heading(section: Int)
  }

  private let sections: [ListOrder.Section]
  /// The line of each section's heading, followed by the number of all lines.
  private let starts: [Int]
  private let isFolded: [Bool]
  private let hasHeadings: Bool

  init(_ sections: [ListOrder.Section], folded: Set<ListOrder.Section.Kind>, hasHeadings: Bool) {
    self.sections = sections
    self.hasHeadings = hasHeadings && (sections.count > 1 || sections.first?.kind.isGroup == true)
    isFolded = sections.map { [hasHeadings = self.hasHeadings] in
      hasHeadings && folded.contains($0.kind)
    }
    var start = 0
    var starts = [0]
    for (section, isFolded) in zip(sections, isFolded) {
      start += (self.hasHeadings ? 1 : 0) + (isFolded ? 0 : section.places.count)
      starts.append(start)
    }
    self.starts = starts
  }

  var count: Int { starts[sections.count] }

  subscript(line: Int) -> Line {
    let section = section(ofLine: line)
    let offset = line - starts[section] - (hasHeadings ? 1 : 0)
    return offset < 0
      ? .heading(section: section)
      : .entry(place: sections[section].places.lowerBound + offset)
  }

  /// The line of the entry at an index, or of the heading that it is folded under.
  func line(ofPlace place: Int) -> Int? {
    guard let section = sections.firstIndex(where: { $0.places.contains(place) }) else {
      return nil
    }
    guard !isFolded[section] else { return starts[section] }
    return starts[section] + (hasHeadings ? 1 : 0) + place - sections[section].places.lowerBound
  }

  func line(ofSection section: Int) -> Int { starts[section] }

  func isFolded(_ section: Int) -> Bool { isFolded[section] }

  /// Whether the line is an entry, or the heading of a folded section, which must be selectable to
  /// be unfolded.
  func isSelectable(_ line: Int) -> Bool {
    switch self[line] {
    case .entry: true
    case .heading(let section): isFolded[section]
    }
  }

  /// The section that a line belongs to, found by binary search.
  func section(ofLine line: Int) -> Int {
    var low = 0
    var high = sections.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle } else { high = middle }
    }
    return low
  }
}

extension ListOrder.Section.Kind {
  var isGroup: Bool {
    if case .group = self { true } else { false }
  }
}
