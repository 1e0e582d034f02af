import Picker
import Synchronization
import Testing

@testable import Switchback

@MainActor
struct DescribingTests {
  private let names = AsyncStream.makeStream(of: String.self)

  private func hear(_ message: Message) {
    if case .described(let entry, _) = message { names.continuation.yield(entry) }
  }

  /// The names of the next entries that were described.
  private func next(_ count: Int) async -> [String] {
    var heard: [String] = []
    for await name in names.stream.prefix(count) { heard.append(name) }
    return heard
  }

  @Test func onlyTheLastWishIsLookedInto() async {
    let asked = Mutex<[String]>([])
    let describing = Describing(rest: { _ in try Task.checkCancellation() }) { entry in
      asked.withLock { $0.append(entry) }
      return Details(chain: .broken(entry))
    }
    for entry in ["a", "b", "c", "c"] { describing.want(entry, tell: hear) }
    #expect(await next(1) == ["c"])
    #expect(asked.withLock { $0 } == ["c"])
  }

  @Test func whatIsNoLongerWantedIsDropped() async {
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let describing = Describing(rest: { _ in }) { entry in
      if entry == "slow" {
        start.finish()
        for await _ in gate {}
      }
      return Details(chain: .broken(entry))
    }
    describing.want("slow", tell: hear)
    for await _ in started {}
    describing.want("quick", tell: hear)
    #expect(await next(1) == ["quick"])
    open.finish()
    describing.want("last", tell: hear)
    #expect(await next(1) == ["last"])
  }

  @Test func aWishThatIsGoneAndComesAgainIsLookedIntoAgain() async {
    let describing = Describing(rest: { _ in }) { Details(chain: .broken($0)) }
    describing.want("a", tell: hear)
    #expect(await next(1) == ["a"])
    describing.want(nil, tell: hear)
    describing.want("a", tell: hear)
    #expect(await next(1) == ["a"])
  }

  @Test func theRestIsLongerBeforeTheFirstKey() async {
    let firsts = Mutex<[Bool]>([])
    let describing = Describing(rest: { first in firsts.withLock { $0.append(first) } }) {
      Details(chain: .broken($0))
    }
    for entry in ["a", "b"] {
      describing.want(entry, tell: hear)
      #expect(await next(1) == [entry])
    }
    describing.hurry(tell: hear)
    #expect(await next(1) == ["b"])
    describing.hurry(tell: hear)
    describing.want("c", tell: hear)
    #expect(await next(1) == ["c"])
    #expect(firsts.withLock { $0 } == [true, true, false, false])
  }
}
