import Glibc

/// A colour in OKLab, where distances are differences as seen (Björn Ottosson, 2020).
package struct OKLab: Sendable {
  /// 0 for black, 1 for white.
  package var lightness: Double
  var a: Double
  var b: Double

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    let (red, green, blue) = (linear(red), linear(green), linear(blue))
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  func squaredDistance(to other: OKLab) -> Double {
    let (x, y, z) = (lightness - other.lightness, a - other.a, b - other.b)
    return x * x + y * y + z * z
  }

  /// The place of the nearest of some colours; 0 where there are none.
  package func nearest(in colors: some RandomAccessCollection<OKLab>) -> Int {
    let distances = colors.map(squaredDistance)
    return distances.indices.min { distances[$0] < distances[$1] } ?? 0
  }
}

/// An sRGB channel as light.
private func linear(_ channel: UInt8) -> Double {
  let value = Double(channel) / 255
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
