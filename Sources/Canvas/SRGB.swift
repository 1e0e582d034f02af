import Glibc

/// A channel of sRGB as light, from 0 to 1 (IEC 61966-2-1).
func linearLight(_ channel: UInt8) -> Double { lights[Int(channel)] }

/// The channel of sRGB that comes nearest to so much light.
func channelValue(_ light: Double) -> UInt8 {
  let light = min(max(0, light), 1)
  let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
  return UInt8((value * 255).rounded())
}

private let lights: [Double] = (0...255).map { channel in
  let value = Double(channel) / 255
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}
