/// An estimate of a YAML text's nesting before it is parsed, which may be too high but not too low.
struct YAMLShape {
  /// The maximum nesting of lists and mappings; Switchback's own files have four levels.
  static let deepest = 100
  /// The maximum number of values with aliases expanded; a text without aliases has fewer than it
  /// has bytes.
  static let mostNodes = 100_000

  /// True if the nesting may be too deep for a thread's usual stack.
  private(set) var mayBeDeep = false
  let mayHaveAliases: Bool

  /// Nesting up to this depth in each of three ways fits any stack.
  private static let shallow = 32

  init(_ text: String) {
    var text = text
    var line = Line()
    var openBefore = 0
    var (hasAnchor, hasAlias, isDeep) = (false, false, false)
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
          openBefore += line.open
          isDeep = isDeep || line.isDeep || openBefore > Self.shallow
          line = Line()
          continue
        case UInt8(ascii: "&"): hasAnchor = true
        case UInt8(ascii: "*"): hasAlias = true
        default: break
        }
        line.take(byte)
      }
    }
    mayBeDeep = isDeep || line.isDeep || openBefore + line.mostOpen > Self.shallow
    mayHaveAliases = hasAnchor && hasAlias
  }

  /// One line's share of the nesting.
  private struct Line {
    private var indent = 0
    private var isIndenting = true
    /// The number of list and key indicators on the line: each a dash or a question mark, and a
    /// blank.
    private var indicators = 0
    private var previous: UInt8 = 0
    private var opened = 0
    private var balance = 0
    private(set) var mostBalance = 0
    /// In quotes and comments a bracket does not close anything.
    private var isUnquoted = true

    /// How many brackets are open after the line.
    var open: Int { isUnquoted ? balance : opened }
    var mostOpen: Int { isUnquoted ? mostBalance : opened }

    var isDeep: Bool {
      indent > YAMLShape.shallow || indicators > YAMLShape.shallow
        || mostOpen > YAMLShape.shallow
    }

    mutating func take(_ byte: UInt8) {
      if byte != UInt8(ascii: " ") { isIndenting = false }
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if isIndenting { indent += 1 }
        if previous == UInt8(ascii: "-") || previous == UInt8(ascii: "?") { indicators += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        opened += 1
        balance += 1
        mostBalance = max(mostBalance, balance)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): balance = max(0, balance - 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"): isUnquoted = false
      default: break
      }
      previous = byte
    }
  }
}
