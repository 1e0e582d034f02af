extension EntryTable {
  /// What is yes or no of an entry, and its kind, as one number.
  struct Flags {
    var kind: Entry.Kind
    var isProfile: Bool
    var confirm: Bool
    var readOnly: Bool

    init(_ entry: Entry) {
      kind = entry.kind
      isProfile = entry.isProfile
      confirm = entry.label.confirm
      readOnly = entry.label.readOnly
    }

    init(_ number: UInt32) {
      let kinds = Entry.Kind.allCases
      kind = kinds[min(Int(number >> 3), kinds.count - 1)]
      isProfile = number & 1 != 0
      confirm = number & 2 != 0
      readOnly = number & 4 != 0
    }

    var number: UInt32 {
      let kind = Entry.Kind.allCases.firstIndex(of: kind) ?? 0
      return UInt32(kind) << 3 | (isProfile ? 1 : 0) | (confirm ? 2 : 0) | (readOnly ? 4 : 0)
    }
  }
}
