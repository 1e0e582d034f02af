extension EntryTable {
  /// What is yes or no of an entry, with its kind above, as one number.
  package struct Traits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    package static let isProfile = Traits(rawValue: 1)
    package static let confirm = Traits(rawValue: 2)
    package static let readOnly = Traits(rawValue: 4)
    package static let hasMFA = Traits(rawValue: 8)
    /// It has a login to be in or out of.
    package static let hasLogin = Traits(rawValue: 16)
    package static let isUnusable = Traits(rawValue: 32)
    package static let isDoubtful = Traits(rawValue: 64)
    package static let confirmsBriefly = Traits(rawValue: 128)
    private static let kindShift: UInt32 = 8

    package init(_ entry: Entry) {
      let kind = UInt32(Entry.Kind.allCases.firstIndex(of: entry.kind) ?? 0)
      var traits = Traits(rawValue: kind << Self.kindShift)
      if entry.isProfile { traits.insert(.isProfile) }
      if entry.label.confirm { traits.insert(.confirm) }
      if entry.label.confirmsBriefly { traits.insert(.confirmsBriefly) }
      if entry.label.readOnly { traits.insert(.readOnly) }
      if entry.hasMFA { traits.insert(.hasMFA) }
      if entry.login != nil { traits.insert(.hasLogin) }
      switch entry.trouble {
      case .unusable: traits.insert(.isUnusable)
      case .doubtful: traits.insert(.isDoubtful)
      case nil: break
      }
      self = traits
    }

    var trouble: Entry.Trouble? {
      contains(.isUnusable) ? .unusable : contains(.isDoubtful) ? .doubtful : nil
    }

    var kind: Entry.Kind {
      let kinds = Entry.Kind.allCases
      return kinds[min(Int(rawValue >> Self.kindShift), kinds.count - 1)]
    }
  }
}
