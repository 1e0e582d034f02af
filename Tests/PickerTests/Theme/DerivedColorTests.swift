import Accounts
import Canvas
import Testing

/// The automatic colours of entries can be told apart with any colour vision.
struct DerivedColorTests {
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

  /// The same for named colours, which are fixed.
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
    try #require(OKLab(eyes.seen(color)))
  }
}

extension Eyes {
  /// The required distance between two colours; it is larger for usual colour vision.
  fileprivate var enough: Double { self == .usual ? 0.16 : 0.10 }
}
