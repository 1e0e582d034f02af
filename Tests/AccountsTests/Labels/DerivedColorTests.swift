import Accounts
import Canvas
import Foundation
import Testing

/// The colours that entries get without asking for one can be told apart, by all eyes.
struct DerivedColorTests {
  /// How light reaches eyes that lack one kind of cone (Machado, Oliveira and Fernandes 2009,
  /// severity 1), and how it reaches all others.
  enum Eyes: CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    fileprivate var rows: [[Double]] {
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

    /// The least distance between them that is enough; usual eyes see more.
    fileprivate var enough: Double { self == .usual ? 0.16 : 0.10 }
  }

  private let environments = NamedEnvironment.allCases.map(\.color)

  @Test(arguments: Eyes.allCases, [ColorDepth.truecolor, .indexed256])
  func anyTwoAreTold(eyes: Eyes, depth: ColorDepth) throws {
    let colors = Color.derived.map { $0.shown(at: depth) }
    let others = environments.map { $0.shown(at: depth) }
    let least = depth == .truecolor ? eyes.enough : eyes.enough * 0.7
    for (index, color) in colors.enumerated() {
      let seen = try lab(color, eyes)
      for other in colors[..<index] + others {
        let distance = seen.distance(to: try lab(other, eyes))
        #expect(distance >= least, "\(color) and \(other): \(distance)")
      }
    }
  }

  /// Named colours, which are as they are.
  @Test(arguments: Eyes.allCases)
  func soAreThoseOfEnvironments(eyes: Eyes) throws {
    for (index, color) in environments.enumerated() {
      for other in environments[..<index] {
        #expect(try lab(color, eyes).distance(to: lab(other, eyes)) >= 0.05)
      }
    }
  }

  @Test func theTwelveOfNamesAloneWereNot() throws {
    let colors = Color.derivedFromNamesAlone
    let least = try colors.indices.flatMap { one in
      try colors[..<one].map {
        try lab(colors[one], .deuteranopia).distance(to: lab($0, .deuteranopia))
      }
    }.min()
    #expect(try #require(least) < 0.05)
  }

  private func lab(_ color: Color, _ eyes: Eyes) throws -> OKLab {
    guard case .rgb(let red, let green, let blue) = color else { throw NoColor() }
    let light = [red, green, blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let channels = eyes.rows.map { row -> UInt8 in
      let sum = min(max(0, zip(row, light).map(*).reduce(0, +)), 1)
      let value = sum <= 0.0031308 ? 12.92 * sum : 1.055 * pow(sum, 1 / 2.4) - 0.055
      return UInt8((value * 255).rounded())
    }
    return OKLab(channels[0], channels[1], channels[2])
  }

  private struct NoColor: Error {}
}
