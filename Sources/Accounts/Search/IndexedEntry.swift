/// An entry with what a query looks through made ready, so that a keystroke costs no allocation.
package struct IndexedEntry: Sendable, Hashable, Identifiable {
  package let entry: Entry
  /// Every searched field, folded, one a line: a query's words hold no line ends, so none spans two.
  let haystack: [UInt8]

  package var id: String { entry.name }

  package init(_ entry: Entry) {
    self.entry = entry
    var bytes: [UInt8] = []
    bytes.reserveCapacity(128)
    func add(_ field: String?) {
      guard let field else { return }
      bytes.append(folding: field)
      bytes.append(UInt8(ascii: "\n"))
    }
    add(entry.name)
    if entry.label.displayName != entry.name { add(entry.label.displayName) }
    add(entry.accountID)
    add(entry.roleName)
    add(entry.region)
    add(entry.label.group)
    haystack = bytes
  }
}
