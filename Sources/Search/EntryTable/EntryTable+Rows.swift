package import Accounts

extension EntryTable {
  /// The rows of the names that are in the table, each once.
  package func rows(named names: [String]) -> [Int] {
    reading { reader in
      var seen: Set<Int> = []
      return names.compactMap { reader.row(named: $0) }.filter { seen.insert($0).inserted }
    }
  }

  /// The logins of entries, each once.
  package var logins: [String] {
    guard traits.contains(.hasLogin) else { return [] }
    return reading { reader in
      let values = Set((0..<reader.rowCount).map { reader.value(.login, $0) }.filter { $0 != 0 })
      return values.sorted().map { reader.text(ofValue: $0) }
    }
  }

  /// The rows of an account's entries, in order.
  package func rows(ofAccount account: String) -> [Int] {
    let wanted = Array(account.utf8)
    return reading { reader in
      (0..<reader.rowCount).filter { row in
        let value = reader.value(.account, row)
        return value != 0 && reader.bytes(ofValue: value).elementsEqual(wanted)
      }
    }
  }

  /// Rows sorted by display name, ignoring case.
  package func rowsByName(_ rows: [UInt32]) -> [UInt32] {
    let names = reading { reader in
      rows.map { reader.text(.displayName, Int($0))?.lowercased() ?? "" }
    }
    return rows.indices.sorted { (names[$0], rows[$0]) < (names[$1], rows[$1]) }.map { rows[$0] }
  }

  /// Rows by group, in the order of each group's first row.
  ///
  /// Rows without a group come last; with grouping by prefix, so do rows alone with theirs.
  package func rows(
    _ rows: [UInt32], by grouping: Settings.Grouping
  ) -> [(group: String?, rows: [UInt32])] {
    switch grouping {
    case .none: [(nil, rows)]
    case .group: rowsByGroup(rows)
    case .account: self.rows(rows) { $0.text(.account, $1) }
    case .ssoSession: self.rows(rows) { $0.text(.login, $1) }
    case .prefix: withoutSingles(self.rows(rows) { $0.text(.name, $1).flatMap(prefix) })
    }
  }

  private func rows(
    _ rows: [UInt32], by group: (Reader, Int) -> String?
  ) -> [(group: String?, rows: [UInt32])] {
    reading { reader in
      var groups: [(group: String?, rows: [UInt32])] = []
      var places: [String?: Int] = [:]
      for row in rows {
        let name = group(reader, Int(row))
        let place = places[name] ?? groups.count
        if place == groups.count {
          places[name] = place
          groups.append((name, []))
        }
        groups[place].rows.append(row)
      }
      return groups.filter { $0.group != nil } + groups.filter { $0.group == nil }
    }
  }

  /// The part of a name before the first separator; nil if there is none.
  private func prefix(_ name: String) -> String? {
    let prefix = name.prefix { !"-_./: ".contains($0) }
    return prefix.isEmpty || prefix.endIndex == name.endIndex ? nil : String(prefix)
  }

  /// Moves groups of a single entry to the end: a heading over one entry has no use.
  private func withoutSingles(
    _ groups: [(group: String?, rows: [UInt32])]
  ) -> [(group: String?, rows: [UInt32])] {
    let shared = groups.filter { $0.group != nil && $0.rows.count > 1 }
    let singles = groups.filter { $0.group == nil || $0.rows.count == 1 }.flatMap(\.rows).sorted()
    return singles.isEmpty ? shared : shared + [(nil, singles)]
  }

  private func rowsByGroup(_ rows: [UInt32]) -> [(group: String?, rows: [UInt32])] {
    reading { reader in
      var groups: [(value: Int, rows: [UInt32])] = []
      // By value: a group's name is one value, no matter how many rows have it.
      var places = [Int](repeating: -1, count: reader.sharedCount + 1)
      for row in rows {
        let value = min(reader.value(.group, Int(row)), reader.sharedCount)
        if places[value] < 0 {
          places[value] = groups.count
          groups.append((value, []))
        }
        groups[places[value]].rows.append(row)
      }
      let named = groups.filter { $0.value != 0 } + groups.filter { $0.value == 0 }
      return named.map { group in
        (group.value == 0 ? nil : reader.text(ofValue: group.value), group.rows)
      }
    }
  }
}

extension EntryTable {
  /// All groups, each once, in the order of their first rows.
  package var groups: [String] {
    reading { reader in
      var isSeen = [Bool](repeating: false, count: reader.sharedCount + 1)
      isSeen[0] = true
      return (0..<reader.rowCount).compactMap { row in
        let value = min(reader.value(.group, row), reader.sharedCount)
        guard !isSeen[value] else { return nil }
        isSeen[value] = true
        return reader.text(ofValue: value)
      }
    }
  }
}

extension EntryTable.Reader {
  func text(ofValue id: Int) -> String {
    String(decoding: bytes(ofValue: id), as: UTF8.self)
  }
}
