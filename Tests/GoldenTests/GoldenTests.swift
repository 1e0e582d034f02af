import Testing

/// Compares screens with their recorded goldens.
struct GoldenTests {
  @Test(arguments: Golden.all)
  func isAsItWas(_ golden: Golden) throws {
    let transcript = try golden.transcript()
    let before = try GoldenFiles.text(golden.path)
    guard before != transcript else { return }
    if GoldenFiles.isRecording { return try GoldenFiles.write(golden.path, transcript) }
    let difference =
      before.map { lineDiff(from: $0, to: transcript) } ?? "There is no such golden yet."
    Issue.record("\(golden.path)\n\(difference)\nTo keep what is there now: \(GoldenFiles.command)")
  }

  @Test func everyGoldenHasASituation() throws {
    let stale = GoldenFiles.paths.subtracting(Golden.all.map(\.path)).sorted()
    if GoldenFiles.isRecording { return try stale.forEach(GoldenFiles.remove) }
    #expect(stale == [], "No situation makes these any more. \(GoldenFiles.command)")
  }

  @Test func everyGoldenHasAPathOfItsOwn() {
    let counts = Dictionary(grouping: Golden.all, by: \.path).mapValues(\.count)
    #expect(counts.filter { $0.value > 1 } == [:])
  }

  @Test func coverEverySizeAndDepthInUTF8AndNot() {
    #expect(Golden.all.count >= 200)
    #expect(Coverage.whole.screens.count == 60)
    #expect(Set(Golden.all.map(\.screen)) == Set(Coverage.whole.screens))
  }

  /// Everyone who clones the repository or reads a change has all of them.
  @Test(.disabled(if: GoldenFiles.isRecording, "They are being written."))
  func staySmall() throws {
    #expect(try GoldenFiles.paths.map(GoldenFiles.size).reduce(0, +) < 2_000_000)
  }
}
