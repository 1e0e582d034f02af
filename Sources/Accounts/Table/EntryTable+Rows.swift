extension EntryTable {
  /// The rows of those of the names that are there, each once.
  package func rows(named names: [String]) -> [Int] {
    reading { reader in
      var seen: Set<Int> = []
      return names.compactMap { reader.row(named: $0) }.filter { seen.insert($0).inserted }
    }
  }

  /// What entries log in to, each once.
  package var logins: [String] {
    guard traits.contains(.hasLogin) else { return [] }
    return reading { reader in
      let values = Set((0..<reader.rowCount).map { reader.value(.login, $0) }.filter { $0 != 0 })
      return values.sorted().map { reader.text(ofValue: $0) }
    }
  }

  /// Some rows by their display names, in any case.
  package func rowsByName(_ rows: [UInt32]) -> [UInt32] {
    let names = reading { reader in
      rows.map { reader.text(.displayName, Int($0))?.lowercased() ?? "" }
    }
    return rows.indices.sorted { (names[$0], rows[$0]) < (names[$1], rows[$1]) }.map { rows[$0] }
  }

  /// Some rows by their groups, which come in the order of their first rows; those of no group come last.
  package func rowsByGroup(_ rows: [UInt32]) -> [(group: String?, rows: [UInt32])] {
    reading { reader in
      var groups: [(value: Int, rows: [UInt32])] = []
      // By value: a group's name is one value, however many rows have it.
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
  /// The groups that there are, each once, in the order of their first rows.
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
