import Canvas
import Foundation

/// Usual colour vision, and vision without one kind of cone (Machado, Oliveira and Fernandes 2009,
/// severity 1).
enum Eyes: CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  /// The colour that these eyes see.
  ///
  /// A colour without red, green and blue values stays as it is.
  func seen(_ color: Color) -> Color {
    guard case .rgb(let red, let green, let blue) = color else { return color }
    let light = [red, green, blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let channels = rows.map { row -> UInt8 in
      let sum = min(max(0, zip(row, light).map(*).reduce(0, +)), 1)
      let value = sum <= 0.0031308 ? 12.92 * sum : 1.055 * pow(sum, 1 / 2.4) - 0.055
      return UInt8((value * 255).rounded())
    }
    return .rgb(channels[0], channels[1], channels[2])
  }

  private var rows: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
