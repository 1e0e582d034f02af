package import Accounts
package import Foundation

/// Every entry of a catalogue in one block of bytes, as a file holds it: nothing is parsed when it is opened, a
/// search reads it where it lies, and an entry is made only when somebody looks at it.
///
/// What is shown of an entry is cleaned; its name is not, since that is what it is known by.
///
///     header | rows | shortcuts | places by name | where values end | letters of values | values | what its maker adds
///
/// Numbers are the machine's own; a file of another version, or one that is cut short, is no table.
package struct EntryTable: Sendable, Hashable {
  let data: Data
  let layout: Layout

  /// The table that the bytes are; nil if they are none.
  package init?(_ data: Data) {
    guard let layout = data.withUnsafeBytes(Layout.init) else { return nil }
    self.data = data
    self.layout = layout
  }

  package var count: Int { layout.rowCount }

  /// True if both are one block of bytes, which is known without reading it.
  package func isSame(as other: EntryTable) -> Bool {
    data.withUnsafeBytes { one in
      other.data.withUnsafeBytes { one.baseAddress == $0.baseAddress && one.count == $0.count }
    }
  }

  /// Has a table that lies in a file brought into memory, so that the first search need not wait for it; gives
  /// nothing of use.
  @inline(never) @discardableResult
  package func warm() -> UInt8 {
    data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4096).reduce(0) { $0 ^ bytes[$1] }
    }
  }

  /// The table as a file holds it.
  package var bytes: Data { data }

  /// What its maker put beside the entries.
  package var supplement: Data {
    data[data.startIndex + layout.supplement.lowerBound..<data.endIndex]
  }

  /// The columns that the widest of each field takes, at most 255; 0 if no entry has the field.
  package func columns(of field: Field) -> Int { layout.columns[field.rawValue] }

  /// What some entry is, or has.
  package var traits: Traits { layout.traits }
}

extension EntryTable {
  /// What a row has as text, in the order in which rows hold it.
  package enum Field: Int, Sendable, Hashable, CaseIterable {
    case name, displayName, account, role, arn, region, group, login, file, shortcut
  }

  /// What a row holds besides, behind the fields.
  enum Number: Int, CaseIterable {
    case line = 10, color, flags
  }

  /// In numbers of 32 bits.
  static let rowWidth = Field.allCases.count + Number.allCases.count
}

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
