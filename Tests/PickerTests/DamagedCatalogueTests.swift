import Canvas
import Foundation
import Picker
import Search
import Testing

/// The catalogue's cache is used in place, so nothing in it is trusted.
struct DamagedCatalogueTests {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let whole = [UInt8](
    EntryTable(
      (0..<40).map {
        entry(
          "entry-\($0)", $0 % 3 == 0 ? nil : "Entry é number \($0)",
          region: $0 % 2 == 0 ? nil : "eu-west-1",
          group: $0 % 4 == 0 ? nil : "group \($0 % 4)", shortcut: $0 == 7 ? "s" : nil,
          confirm: $0 == 9)
      }, supplement: Data("more".utf8)
    ).bytes)

  private static func damaged(_ seed: UInt64) -> [UInt8] {
    var random = Numbers(state: seed)
    var bytes = whole
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let length = min(bytes.count - place, 1 << Int.random(in: 0...8, using: &random))
      let values: [UInt8] = [0, 0xFF, 0x7F, 0x80, .random(in: 0...255, using: &random)]
      let value = values.randomElement(using: &random) ?? 0
      bytes.replaceSubrange(place..<place + length, with: repeatElement(value, count: length))
    }
    return bytes
  }

  @Test(arguments: [
    ("entry", ""), ("eu é", "<down><down>"), ("", "<f2>mark<esc>"), ("9", "<alt-j>"),
  ])
  func isShownWithoutATrap(query: String, keys: String) throws {
    var shown = 0
    for seed in 0..<150 {
      guard let table = EntryTable(Data(Self.damaged(UInt64(seed)))), table.count < 100_000 else {
        continue
      }
      shown += 1
      var model = Model(
        table, pinned: ["entry-3"], recents: ["entry-1", "entry-2"], frecent: ["entry-5"],
        current: "entry-1", now: 0)
      _ = model.view(Size(rows: 24, columns: 100))
      _ = model.update(.typed(Array(query)))
      for key in try #require(Key.keys(keys)) { _ = model.update(.key(key)) }
      _ = model.view(Size(rows: 50, columns: 180))
      _ = (0..<min(table.count, 50)).map { table.entry($0) }
    }
    #expect(shown > 25)
  }
}
