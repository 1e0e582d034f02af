/// How a cell is drawn.
package struct Style: Sendable, Hashable {
  package struct Attributes: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  // One number, because a screen's thousands of cells are compared at every key press: both
  // colours, as in `Color.packed`, and the attributes.
  private var bits: UInt64 = 0

  package init(
    _ foreground: Color = .standard, on background: Color = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package var foreground: Color {
    get { Color(packed: UInt32(bits & colorMask)) }
    set { bits = bits & ~colorMask | UInt64(newValue.packed) }
  }

  package var background: Color {
    get { Color(packed: UInt32(bits >> 26 & colorMask)) }
    set { bits = bits & ~(colorMask << 26) | UInt64(newValue.packed) << 26 }
  }

  package var attributes: Attributes {
    get { Attributes(rawValue: UInt8(bits >> 52)) }
    set { bits = bits & (1 << 52 - 1) | UInt64(newValue.rawValue) << 52 }
  }
}

private let colorMask: UInt64 = 1 << 26 - 1

extension Color {
  /// The colour in 26 bits.
  fileprivate var packed: UInt32 {
    switch self {
    case .standard: 0
    case .ansi(let index): 1 << 24 | UInt32(index)
    case .rgb(let red, let green, let blue):
      2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
  }

  fileprivate init(packed: UInt32) {
    switch packed >> 24 {
    case 0: self = .standard
    case 1: self = .ansi(UInt8(packed & 255))
    default:
      self = .rgb(UInt8(packed >> 16 & 255), UInt8(packed >> 8 & 255), UInt8(packed & 255))
    }
  }
}
