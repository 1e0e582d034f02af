/// Reads the little-endian pieces of a compiled terminfo entry; nil where they are cut short.
struct ByteReader {
  private let all: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    all = bytes
  }

  /// How many bytes are left.
  var left: Int { max(0, all.count - position) }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, position + count <= all.count else { return nil }
    defer { position += count }
    return Array(all[position..<position + count])
  }

  /// Numbers begin at even places.
  ///
  /// False where there is nothing more.
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
