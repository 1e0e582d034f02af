import Accounts
import Foundation
import Testing

struct FrecencyTests {
  /// Half-lives before an arbitrary instant, the same in every run.
  private static let ages = (0..<40).map { Double(($0 * 37) % 40) * 0.71 }

  private static let now = 1_800_000_000.0

  private func frecency(_ ages: [Double]) -> Frecency? {
    let single = ages.map { Frecency(moment: Self.now - $0 * Frecency.halfLife) }
    return single.dropFirst().reduce(into: single.first) { $0?.add($1) }
  }

  @Test func doesNotDependOnTheOrder() throws {
    let sorted = try #require(frecency(Self.ages.sorted())).moment
    for turn in 1..<Self.ages.count {
      let turned = Array(Self.ages[turn...] + Self.ages[..<turn])
      let moment = try #require(frecency(turned)).moment
      #expect(abs(moment - sorted) < 0.001)
    }
  }

  @Test func ordersAsTheDecayedSumsDoAtWhateverTime() throws {
    let lists = (0..<12).map { list in
      Self.ages.enumerated().filter { $0.offset % 12 <= list }.map(\.element)
    }
    .map { ages in ages.map { $0 + Double(ages.count) * 0.3 } }
    let byFrecency = lists.indices.sorted {
      frecency(lists[$0]) ?? .zero < frecency(lists[$1]) ?? .zero
    }
    for later in [0.0, 3, 11] {
      let sums = lists.map { list in list.reduce(0) { $0 + exp2(-($1 + later)) } }
      #expect(lists.indices.sorted { sums[$0] < sums[$1] } == byFrecency)
    }
  }

  @Test func isOneHalfLifeAheadForTwoSwitchesAtOnce() throws {
    let moment = try #require(frecency([0, 0])).moment
    #expect(abs(moment - Self.now - Frecency.halfLife) < 0.001)
  }

  @Test func onlyEverGrows() {
    var frecency = Frecency(moment: Self.now)
    for age in Self.ages {
      let before = frecency
      let one = Frecency(moment: Self.now - age * Frecency.halfLife)
      frecency.add(one)
      #expect(frecency > before)
      #expect(frecency > one)
    }
  }

  @Test(arguments: [0, -1e12, 1e12, 4_000_000_000])
  func standsEveryGap(other: Double) {
    var frecency = Frecency(moment: Self.now)
    frecency.add(Frecency(moment: other))
    #expect(frecency.moment == max(Self.now, other))
    var reverse = Frecency(moment: other)
    reverse.add(Frecency(moment: Self.now))
    #expect(reverse == frecency)
  }
}

extension Frecency {
  fileprivate static let zero = Frecency(moment: 0)
}
