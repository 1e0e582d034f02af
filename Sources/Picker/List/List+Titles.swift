import Accounts
import Search
import Text

extension List {
  /// The title of a section.
  ///
  /// For an account it includes the common start of its entries' names.
  func title(of section: Int) -> String {
    switch order.sections[section].kind {
    case .pinned: "pinned"
    case .recent: "recent"
    case .group(let name): name + (startOfNames(in: section).map { "  " + $0 } ?? "")
    case .others: "ungrouped"
    }
  }

  /// Whether the headings show the groups of the entries.
  var hasGroupHeadings: Bool {
    arrangement.grouping == .group && hasHeadings && order.sections.contains { $0.kind.isGroup }
  }

  /// The words with which the names of an account's entries begin, for example `acme-prod` for
  /// `acme-prod.Admin`.
  ///
  /// Nil if there are none, or if the section has one entry only, or too many to check for each
  /// drawn heading.
  private func startOfNames(in section: Int) -> String? {
    let places = order.sections[section].places
    guard arrangement.grouping == .account, (2...64).contains(places.count) else { return nil }
    let names = places.map { entry(Int(order.entries.rows[$0])).label.displayName }
    let start = names.dropFirst().reduce(names[0]) { $0.start(sharedWith: $1) }
    let isWhole = names.allSatisfy { name in
      name.dropFirst(start.count).first.map(\.isSeparator) ?? true
    }
    let words =
      isWhole ? start[...] : start[..<(start.lastIndex(where: \.isSeparator) ?? start.startIndex)]
    let trimmed = words.trimmingSuffix(while: \.isSeparator)
    return trimmed.count < 2 ? nil : trimmed.cleaned
  }
}

extension String {
  fileprivate func start(sharedWith other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    String(self[..<(lastIndex { !isDropped($0) }.map(index(after:)) ?? startIndex)])
  }
}

extension Character {
  /// Whether the character separates words of a name.
  fileprivate var isSeparator: Bool { !isLetter && !isNumber }
}
