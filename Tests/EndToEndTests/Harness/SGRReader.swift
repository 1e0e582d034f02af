import Canvas
import Terminal
import Text

/// Reads text in which SGR sequences (ECMA-48, 8.3.117, with xterm's colours) say how it looks.
struct SGRReader {
  private var ink = plainInk

  /// The cells of a line; how it ends is how the next one begins.
  mutating func cells(of line: Substring) -> [StyledScreen.Cell] {
    var cells: [StyledScreen.Cell] = []
    var rest = line[...]
    while !rest.isEmpty {
      if let sequence = rest.prefixMatch(of: /\u{1B}\[([\d;:]*)m/) {
        apply(sequence.1.split { $0 == ";" || $0 == ":" }.compactMap { Int32($0) })
        rest = rest[sequence.range.upperBound...]
      } else {
        let end = rest.dropFirst().firstIndex(of: "\u{1B}") ?? rest.endIndex
        for glyph in String(rest[..<end]).glyphs {
          cells.append(.init(text: glyph.text, ink: ink))
          if glyph.columns == 2 { cells.append(.init(text: "", ink: ink)) }
        }
        rest = rest[end...]
      }
    }
    return cells
  }

  private mutating func apply(_ codes: [Int32]) {
    var rest = codes[...]
    if rest.isEmpty { ink = plainInk }
    while let code = rest.popFirst() {
      switch code {
      case 0: ink = plainInk
      case 1...29: apply(attribute: code)
      case 30...37: ink.foreground = code - 30
      case 38: ink.foreground = Self.color(&rest)
      case 39: ink.foreground = -1
      case 40...47: ink.background = code - 40
      case 48: ink.background = Self.color(&rest)
      case 49: ink.background = -1
      case 90...97: ink.foreground = code - 90 + 8
      case 100...107: ink.background = code - 100 + 8
      default: break
      }
    }
  }

  private mutating func apply(attribute code: Int32) {
    switch code {
    case 1: ink.attributes.insert(.bold)
    case 2: ink.attributes.insert(.dim)
    case 4: ink.attributes.insert(.underline)
    case 7: ink.attributes.insert(.reverse)
    case 22: ink.attributes.subtract([.bold, .dim])
    case 24: ink.attributes.remove(.underline)
    case 27: ink.attributes.remove(.reverse)
    default: break
    }
  }

  /// `5` and a number, or `2` and red, green and blue.
  private static func color(_ codes: inout ArraySlice<Int32>) -> Int32 {
    guard codes.popFirst() == 2 else { return codes.popFirst() ?? -1 }
    return (0..<3).reduce(0) { number, _ in number << 8 | (codes.popFirst() ?? 0) }
  }
}
