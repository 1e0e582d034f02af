import Glibc

/// The nearest of the colours 16 to 255, measured in OKLab, where distance is what the eye sees.
func nearestIndex(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
  let wanted = oklab(red, green, blue)
  func distance(_ index: Int) -> Double {
    let color = indexedColor(index)
    let delta = oklab(color.x, color.y, color.z) - wanted
    return (delta * delta).sum()
  }
  return (16...255).map { ($0, distance($0)) }.min { $0.1 < $1.1 }?.0 ?? 231
}

/// The colour cube and the greys as xterm has them.
private func indexedColor(_ index: Int) -> SIMD3<UInt8> {
  guard index < 232 else { return SIMD3(repeating: UInt8(8 + 10 * (index - 232))) }
  let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
  let place = index - 16
  return SIMD3(levels[place / 36], levels[place / 6 % 6], levels[place % 6])
}

/// Björn Ottosson's OKLab of an sRGB colour.
private func oklab(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> SIMD3<Double> {
  let light = SIMD3(linear(red), linear(green), linear(blue))
  let cones = SIMD3(
    cbrt((light * SIMD3(0.4122214708, 0.5363325363, 0.0514459929)).sum()),
    cbrt((light * SIMD3(0.2119034982, 0.6806995451, 0.1073969566)).sum()),
    cbrt((light * SIMD3(0.0883024619, 0.2817188376, 0.6299787005)).sum()))
  return SIMD3(
    (cones * SIMD3(0.2104542553, 0.7936177850, -0.0040720468)).sum(),
    (cones * SIMD3(1.9779984951, -2.4285922050, 0.4505937099)).sum(),
    (cones * SIMD3(0.0259040371, 0.7827717662, -0.8086757660)).sum())
}

private func linear(_ channel: UInt8) -> Double {
  let value = Double(channel) / 255
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
