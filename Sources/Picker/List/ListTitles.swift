import Accounts
import Search
import Text

extension List {
  /// What stands in the heading of a section: of an account also what the names of its entries have in common.
  func title(of section: Int) -> String {
    switch order.sections[section].kind {
    case .pinned: "pinned"
    case .recent: "recent"
    case .group(let name): name + (startOfNames(in: section).map { "  " + $0 } ?? "")
    case .others: "ungrouped"
    }
  }

  /// True where the group of an entry is said by the heading above it.
  var hasGroupHeadings: Bool {
    arrangement.grouping == .group && hasHeadings && order.sections.contains { $0.kind.isGroup }
  }

  /// The words that the names of an account's entries begin with, such as `acme-prod` of `acme-prod.Admin`; nil where
  /// there are none, or the section has only one entry, or too many to look at for each heading drawn.
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
  /// True for what stands between the words of a name.
  fileprivate var isSeparator: Bool { !isLetter && !isNumber }
}
