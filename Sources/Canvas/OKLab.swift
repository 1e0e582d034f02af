import Glibc

/// A colour in OKLab, where distances are perceived differences (Björn Ottosson, 2020).
package struct OKLab: Sendable {
  /// 0 for black, 1 for white.
  package var lightness: Double
  var a: Double
  var b: Double

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    let (red, green, blue) = (linearLight(red), linearLight(green), linearLight(blue))
    let l = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  /// Nil if the terminal defines the colour.
  package init?(_ color: Color) {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    self.init(red, green, blue)
  }

  /// The perceived difference: about 0.02 is just visible, and black and white differ by 1.
  package func distance(to other: OKLab) -> Double {
    squaredDistance(to: other).squareRoot()
  }

  private func squaredDistance(to other: OKLab) -> Double {
    let (x, y, z) = (lightness - other.lightness, a - other.a, b - other.b)
    return x * x + y * y + z * z
  }

  /// The index of the nearest colour of a list; 0 if the list is empty.
  package func nearest(in colors: some RandomAccessCollection<OKLab>) -> Int {
    var best = (place: 0, distance: Double.infinity)
    for (place, color) in colors.enumerated() {
      let distance = squaredDistance(to: color)
      if distance < best.distance { best = (place, distance) }
    }
    return best.place
  }
}

extension OKLab {
  /// The colour of this lightness and hue, with its chroma reduced until a screen can show it.
  package var color: Color {
    var strength = 1.0
    while strength > 0, !isOnScreen(light(strength)) { strength -= 0.05 }
    let shown = light(max(0, strength))
    return .rgb(channelValue(shown.x), channelValue(shown.y), channelValue(shown.z))
  }

  /// Red, green and blue light, with this share of the colour's chroma.
  private func light(_ strength: Double) -> SIMD3<Double> {
    let (a, b) = (a * strength, b * strength)
    let l = lightness + 0.3963377774 * a + 0.2158037573 * b
    let m = lightness - 0.1055613458 * a - 0.0638541728 * b
    let s = lightness - 0.0894841775 * a - 1.2914855480 * b
    return l * l * l * SIMD3(4.0767416621, -1.2684380046, -0.0041960863)
      + m * m * m * SIMD3(-3.3077115913, 2.6097574011, -0.7034186147)
      + s * s * s * SIMD3(0.2309699292, -0.3413193965, 1.7076147010)
  }
}

/// True if every channel is between 0 and 1, within rounding.
private func isOnScreen(_ light: SIMD3<Double>) -> Bool {
  light.min() >= -0.0005 && light.max() <= 1.0005
}

/// A channel of sRGB as linear light, from 0 to 1 (IEC 61966-2-1).
func linearLight(_ channel: UInt8) -> Double { lights[Int(channel)] }

/// The channel value of sRGB nearest to a linear light.
func channelValue(_ light: Double) -> UInt8 {
  let light = min(max(0, light), 1)
  let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
  return UInt8((value * 255).rounded())
}

private let lights: [Double] = (0...255).map { channel in
  let value = Double(channel) / 255
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
