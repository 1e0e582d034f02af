import Foundation

/// Random damage to a file's bytes, the same for the same seed.
struct Damage: RandomNumberGenerator {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { random.next() }

  /// One to four kinds of damage, one after the other.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) {
      let place = Int.random(in: 0...bytes.count, using: &self)
      let piece = place..<min(bytes.count, place + length())
      switch Int.random(in: 0..<10, using: &self) {
      case 0: flipBits(&bytes)
      case 1: bytes.removeSubrange(place...)
      case 2: bytes.removeSubrange(piece)
      case 3: bytes.replaceSubrange(piece, with: repeatElement(0, count: piece.count))
      case 4: bytes.insert(contentsOf: bytes[piece], at: place)
      case 5: bytes.insert(contentsOf: (0..<length()).map { _ in byte() }, at: place)
      case 6: replaceNumbers(&bytes)
      case 7: swapPieces(&bytes, piece)
      case 8: bytes.insert(contentsOf: repeatElement(byte(), count: 40 * length()), at: place)
      default: bytes.insert(contentsOf: Self.words.randomElement(using: &self) ?? [], at: place)
      }
    }
    return bytes
  }

  /// What means something somewhere.
  private static let words: [[UInt8]] =
    [
      "\n", "\r\n", "\t", "\"", "'", "\\", "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "? ",
      "null",
      "[[[[[[[[[[", "\u{FEFF}", "\u{202E}", "\u{1b}]0;x\u{7}", "-1", "1e999", "9223372036854775807",
      "[profile x]\n", "source_profile = prod\n", "role_arn = x\n", "<<: *a\n", "|\n", "%",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x80, 0, 0, 0]]

  private mutating func byte() -> UInt8 { .random(in: 0...255, using: &self) }

  private mutating func length() -> Int { 1 << Int.random(in: 0...10, using: &self) }

  private mutating func flipBits(_ bytes: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
      bytes[.random(in: 0..<bytes.count, using: &self)] ^= 1 << Int.random(in: 0..<8, using: &self)
    }
  }

  /// Digits become a number that is hard to count with.
  private mutating func replaceNumbers(_ bytes: inout [UInt8]) {
    let digits = bytes.indices.filter { 0x30...0x39 ~= bytes[$0] }
    guard let first = digits.randomElement(using: &self) else { return }
    let rest = bytes[first...].prefix { 0x30...0x39 ~= $0 }
    let numbers = ["0", "-1", "9223372036854775807", "99999999999999999999", "4294967296", "1e400"]
    bytes.replaceSubrange(
      first..<rest.endIndex, with: Array((numbers.randomElement(using: &self) ?? "0").utf8))
  }

  private mutating func swapPieces(_ bytes: inout [UInt8], _ piece: Range<Int>) {
    let moved = Array(bytes[piece])
    bytes.removeSubrange(piece)
    bytes.insert(contentsOf: moved, at: .random(in: 0...bytes.count, using: &self))
  }
}

extension Damage {
  /// How many cases there are in all: `SWITCHBACK_DAMAGE_CASES`, else 500.
  static let cases =
    ProcessInfo.processInfo.environment["SWITCHBACK_DAMAGE_CASES"].flatMap { Int($0) } ?? 500
  /// The seed of the first: `SWITCHBACK_DAMAGE_SEED`, else another each time.
  static let firstSeed =
    ProcessInfo.processInfo.environment["SWITCHBACK_DAMAGE_SEED"].flatMap { UInt64($0) }
    ?? .random(in: 0...UInt64(UInt32.max))
}
