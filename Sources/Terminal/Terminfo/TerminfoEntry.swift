/// A compiled terminfo entry in the format of term(5): names, capabilities by position, and
/// extended capabilities by name.
package struct TerminfoEntry: Equatable, Sendable {
  /// Names, separated by `|`.
  var names: [UInt8]
  var booleans: [UInt8]
  /// -1 where absent.
  var numbers: [Int32]
  var strings: StringTable
  var extended: Extended
  /// False if other data follows the entry.
  private(set) var isWhole = true

  struct Extended: Equatable, Sendable {
    var booleans: [UInt8] = []
    var numbers: [Int32] = []
    var strings = StringTable()
    /// The offsets of the names of the booleans, the numbers and the strings, in this order, from
    /// the end of the string values.
    var nameOffsets: [Int16] = []
  }

  /// Offsets into bytes.
  ///
  /// Each string ends with a zero. An offset below 0 means no string.
  struct StringTable: Equatable, Sendable {
    var offsets: [Int16] = []
    var bytes: [UInt8] = []
  }
}

extension TerminfoEntry {
  static let smallNumbers = 0o432
  static let largeNumbers = 0o1036

  /// Reads an entry.
  ///
  /// It returns nil if the bytes are not an entry, or one of an unknown kind.
  package init?(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let magic = reader.short(), let sizes = reader.shorts(5), sizes.allSatisfy({ $0 >= 0 }),
      magic == Self.smallNumbers || magic == Self.largeNumbers
    else { return nil }
    let isLarge = magic == Self.largeNumbers
    guard let names = reader.bytes(sizes[0]), let booleans = reader.bytes(sizes[1]),
      reader.align(), let numbers = reader.numbers(sizes[2], large: isLarge),
      let strings = reader.table(count: sizes[3], size: sizes[4])
    else { return nil }
    self.names = names
    self.booleans = booleans
    self.numbers = numbers
    self.strings = strings
    extended = Extended()
    guard reader.align(), reader.left > 0 else { return }
    guard let extended = Extended(&reader, isLarge: isLarge) else {
      isWhole = false
      return
    }
    self.extended = extended
  }
}

extension TerminfoEntry.Extended {
  fileprivate init?(_ reader: inout ByteReader, isLarge: Bool) {
    guard let sizes = reader.shorts(5), sizes.allSatisfy({ $0 >= 0 }),
      let booleans = reader.bytes(sizes[0]), reader.align(),
      let numbers = reader.numbers(sizes[1], large: isLarge),
      let offsets = reader.shorts(sizes[2]),
      let names = reader.shorts(sizes[0] + sizes[1] + sizes[2]),
      let bytes = reader.bytes(sizes[4])
    else { return nil }
    self.booleans = booleans
    self.numbers = numbers
    strings = .init(offsets: offsets.map { Int16(truncatingIfNeeded: $0) }, bytes: bytes)
    nameOffsets = names.map { Int16(truncatingIfNeeded: $0) }
  }

  /// The offset at which the values end and the names begin.
  var namesStart: Int {
    strings.offsets.filter { $0 >= 0 }.map { strings.string(at: Int($0)).count + 1 }.reduce(0, +)
  }
}

extension TerminfoEntry.StringTable {
  func string(at offset: Int) -> ArraySlice<UInt8> {
    bytes.indices.contains(offset) ? bytes[offset...].prefix { $0 != 0 } : []
  }
}

/// Reads the little-endian parts of a compiled terminfo entry.
///
/// All functions return nil if the data is truncated.
struct ByteReader {
  private let all: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    all = bytes
  }

  /// The number of remaining bytes.
  var left: Int { max(0, all.count - position) }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, position + count <= all.count else { return nil }
    defer { position += count }
    return Array(all[position..<position + count])
  }

  /// Skips to an even offset, at which numbers begin.
  ///
  /// It returns false if there is no more data.
  mutating func align() -> Bool {
    position += position % 2
    return position <= all.count
  }

  mutating func short() -> Int? {
    shorts(1)?.first
  }

  mutating func shorts(_ count: Int) -> [Int]? {
    bytes(count * 2).map { bytes in
      (0..<count).map {
        Int(Int16(truncatingIfNeeded: Int(bytes[$0 * 2]) | Int(bytes[$0 * 2 + 1]) << 8))
      }
    }
  }

  mutating func numbers(_ count: Int, large: Bool) -> [Int32]? {
    guard large else { return shorts(count)?.map(Int32.init) }
    return bytes(count * 4).map { bytes in
      (0..<count).map { index in
        Int32(
          truncatingIfNeeded: (0..<4).reduce(0) { $0 | Int(bytes[index * 4 + $1]) << (8 * $1) })
      }
    }
  }

  mutating func table(count: Int, size: Int) -> TerminfoEntry.StringTable? {
    guard let offsets = shorts(count), let bytes = bytes(size) else { return nil }
    return .init(offsets: offsets.map { Int16(truncatingIfNeeded: $0) }, bytes: bytes)
  }
}
