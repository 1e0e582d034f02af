import Accounts
import Canvas

/// A generator with a seed, so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension Scheme {
  /// An arbitrary scheme: any colour anywhere, some of them close to the page.
  static func random(_ seed: UInt64) -> Scheme {
    var numbers = SeededNumbers(state: seed)
    func color() -> Color {
      .rgb(
        .random(in: 0...255, using: &numbers), .random(in: 0...255, using: &numbers),
        .random(in: 0...255, using: &numbers))
    }
    var palette = (0..<24).map { _ in color() }
    for index in 1..<24 where Int.random(in: 0..<4, using: &numbers) == 0 {
      palette[index] = palette[0].mixed(with: palette[index], 0.1)
    }
    return Scheme(name: "random \(seed)", variant: .dark, palette: palette)
  }
}
