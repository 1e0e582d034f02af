import Accounts

extension List {
  /// Takes in what the history teaches now, the cursor staying on its entry; pins are not the
  /// history's to change.
  mutating func updateUsage(_ usage: Usage) {
    rearrange { [table] in
      $0.recents = table.rows(named: usage.recents)
      $0.frecent = table.rows(named: usage.likeliest)
    }
    previous = arrangement.recents.first { $0 != current }
  }
}
