/// xterm's 16 colours, in order; most terminals' themes stay near them in kind.
package let ansiColors: [OKLab] = [
  OKLab(0, 0, 0), OKLab(205, 0, 0), OKLab(0, 205, 0), OKLab(205, 205, 0),
  OKLab(0, 0, 238), OKLab(205, 0, 205), OKLab(0, 205, 205), OKLab(229, 229, 229),
  OKLab(127, 127, 127), OKLab(255, 0, 0), OKLab(0, 255, 0), OKLab(255, 255, 0),
  OKLab(92, 92, 255), OKLab(255, 0, 255), OKLab(0, 255, 255), OKLab(255, 255, 255),
]

/// Colours 16 to 255 of a 256-colour terminal: a cube of 6 levels, and 24 greys.
///
/// No theme changes them.
package let indexedColors: [OKLab] = (0..<240).map { index in
  guard index < 216 else {
    let grey = UInt8(8 + 10 * (index - 216))
    return OKLab(grey, grey, grey)
  }
  return OKLab(cubeLevels[index / 36], cubeLevels[index / 6 % 6], cubeLevels[index % 6])
}

private let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

/// The number, from 16 to 255, of the colour that comes nearest; never 0 to 15, which the user's theme may have made
/// anything.
package func nearestIndex(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
  16 + OKLab(red, green, blue).nearest(in: indexedColors)
}
