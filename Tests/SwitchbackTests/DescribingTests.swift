import Picker
import Synchronization
import Testing
@testable import Switchback

@MainActor
struct DescribingTests {
  private let names = AsyncStream.makeStream(of: String.self)

  private func hear(_ message: Message) {
    if case .detailsLoaded(let entry, _) = message { names.continuation.yield(entry) }
  }

  /// The names of the next entries that were described.
  private func next(_ count: Int) async -> [String] {
    var heard: [String] = []
    for await name in names.stream.prefix(count) { heard.append(name) }
    return heard
  }

  @Test func beginsWithin100Milliseconds() {
    #expect(DetailsLoader.pause < .milliseconds(100))
  }

  @Test func onlyTheLastRequestIsLoaded() async {
    let asked = Mutex<[String]>([])
    let describing = DetailsLoader(delay: { try Task.checkCancellation() }) { entry in
      asked.withLock { $0.append(entry) }
      return Details(chain: .broken(entry))
    }
    for entry in ["a", "b", "c", "c"] { describing.request(entry, tell: hear) }
    #expect(await next(1) == ["c"])
    #expect(asked.withLock { $0 } == ["c"])
  }

  @Test func whatIsNoLongerWantedIsDropped() async {
    let (started, start) = AsyncStream.makeStream(of: Void.self)
    let (gate, open) = AsyncStream.makeStream(of: Void.self)
    let describing = DetailsLoader(delay: {}) { entry in
      if entry == "slow" {
        start.finish()
        for await _ in gate {}
      }
      return Details(chain: .broken(entry))
    }
    describing.request("slow", tell: hear)
    for await _ in started {}
    describing.request("quick", tell: hear)
    #expect(await next(1) == ["quick"])
    open.finish()
    describing.request("last", tell: hear)
    #expect(await next(1) == ["last"])
  }

  @Test func aRequestThatIsRepeatedLaterIsLoadedAgain() async {
    let describing = DetailsLoader(delay: {}) { Details(chain: .broken($0)) }
    describing.request("a", tell: hear)
    #expect(await next(1) == ["a"])
    describing.request(nil, tell: hear)
    describing.request("a", tell: hear)
    #expect(await next(1) == ["a"])
  }
}
