package import Accounts

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

  /// Some rows by their display names, in any case.
  package func rowsByName(_ rows: [UInt32]) -> [UInt32] {
    let names = reading { reader in
      rows.map { reader.text(.displayName, Int($0))?.lowercased() ?? "" }
    }
    return rows.indices.sorted { (names[$0], rows[$0]) < (names[$1], rows[$1]) }.map { rows[$0] }
  }

  /// Some rows by what they stand together by, in the order of their first rows; those that have no such thing come
  /// last, and so does what only one row has of a prefix.
  package func rows(
    _ rows: [UInt32], by grouping: Settings.Grouping
  ) -> [(group: String?, rows: [UInt32])] {
    switch grouping {
    case .none: [(nil, rows)]
    case .group: rowsByGroup(rows)
    case .account: self.rows(rows) { $0.text(.account, $1) }
    case .ssoSession: self.rows(rows) { $0.text(.login, $1) }
    case .prefix: withoutLoners(self.rows(rows) { $0.text(.name, $1).flatMap(prefix) })
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

  /// What stands before the first separator of a name; nil if there is none.
  private func prefix(_ name: String) -> String? {
    let prefix = name.prefix { !"-_./: ".contains($0) }
    return prefix.isEmpty || prefix.endIndex == name.endIndex ? nil : String(prefix)
  }

  /// A heading over a single entry says nothing.
  private func withoutLoners(
    _ groups: [(group: String?, rows: [UInt32])]
  ) -> [(group: String?, rows: [UInt32])] {
    let shared = groups.filter { $0.group != nil && $0.rows.count > 1 }
    let loners = groups.filter { $0.group == nil || $0.rows.count == 1 }.flatMap(\.rows).sorted()
    return loners.isEmpty ? shared : shared + [(nil, loners)]
  }

  private func rowsByGroup(_ rows: [UInt32]) -> [(group: String?, rows: [UInt32])] {
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
