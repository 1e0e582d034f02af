package import Accounts
package import Foundation

/// All entries of a catalogue in one block of bytes, in the format of the cache file.
///
/// Opening it parses nothing, a search reads it in place, and an entry is made only when it is
/// used. Texts for display are cleaned; the name is not, since it identifies the entry.
///
///     header | rows | shortcuts | name index | value ends | value letters | values | supplement
///
/// Numbers have the machine's byte order. A file of another version, or a truncated one, is not a
/// table.
package struct EntryTable: Sendable, Hashable {
  let data: Data
  let layout: Layout

  /// The table in the bytes; nil if they are not a table.
  package init?(_ data: Data) {
    guard let layout = data.withUnsafeBytes(Layout.init) else { return nil }
    self.data = data
    self.layout = layout
  }

  package var count: Int { layout.rowCount }

  /// True if both are the same block of bytes; the content is not compared.
  package func isSame(as other: EntryTable) -> Bool {
    data.withUnsafeBytes { one in
      other.data.withUnsafeBytes { one.baseAddress == $0.baseAddress && one.count == $0.count }
    }
  }

  /// Loads a mapped table into memory, so that the first search need not wait for it; the result
  /// has no meaning.
  @inline(never) @discardableResult
  package func warm() -> UInt8 {
    data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4096).reduce(0) { $0 ^ bytes[$1] }
    }
  }

  /// The bytes of the table, as in the file.
  package var bytes: Data { data }

  /// The data stored with the entries.
  package var supplement: Data {
    data[data.startIndex + layout.supplement.lowerBound..<data.endIndex]
  }

  /// The columns of the widest value of a field, at most 255; 0 if no entry has the field.
  package func columns(of field: Field) -> Int { layout.columns[field.rawValue] }

  /// The traits that at least one entry has.
  package var traits: Traits { layout.traits }
}

extension EntryTable {
  /// The text fields of a row, in order.
  package enum Field: Int, Sendable, Hashable, CaseIterable {
    case name, displayName, account, role, arn, region, group, login, file, shortcut
  }

  /// The numbers of a row, after the fields.
  enum Number: Int, CaseIterable {
    case line = 10, color, flags
  }

  /// The width of a row in 32-bit numbers.
  static let rowWidth = Field.allCases.count + Number.allCases.count
}

extension EntryTable {
  /// The boolean properties of an entry, with its kind in the higher bits.
  package struct Traits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    package static let isProfile = Traits(rawValue: 1)
    package static let confirm = Traits(rawValue: 2)
    package static let readOnly = Traits(rawValue: 4)
    package static let hasMFA = Traits(rawValue: 8)
    /// It has a login.
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
