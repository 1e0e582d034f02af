import AWSConfig
import Foundation
import Testing

/// Random files as botocore reads them: no profile gets lines from under another's header.
///
/// `SWITCHBACK_GENERATED_FILES` is how many, 300 by default; `SWITCHBACK_SEED` repeats a run.
@Suite(.enabled(if: BotocoreReading.python != nil, "skipped: Tests/all installs botocore"))
struct BotocoreDiffTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count =
    environment["SWITCHBACK_GENERATED_FILES"].flatMap { Int($0) } ?? 300
  private static let seed =
    environment["SWITCHBACK_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)

  @Test(.timeLimit(.minutes(10)), arguments: [true, false])
  func profilesAreThoseOfBotocore(isConfig: Bool) throws {
    print("BotocoreDiffTests: SWITCHBACK_SEED=\(Self.seed)")
    let texts = (0..<Self.count).map {
      GeneratedFile(seed: Self.seed &+ UInt64($0), isConfig: isConfig).text
    }
    let readings = try BotocoreReading.read(texts, isConfig: isConfig)
    try #require(readings.count == texts.count)
    for (text, reading) in zip(texts, readings) {
      let config =
        isConfig ? SharedConfig(text) : SharedConfig("", credentials: text)
      compare(config, with: reading, of: text)
    }
    #expect(readings.count { $0.profiles != nil } > Self.count / 10)
  }

  private func compare(_ config: SharedConfig, with reading: BotocoreReading, of text: String) {
    guard case .block(let read) = config.readProfiles else { return }
    if config.diagnostics.isEmpty {
      let theirs = reading.profiles.map { Tree.block($0.mapValues { .block($0) }) }
      let hasSpacedHeader = text.contains(/\[[\s\u{A0}]|\s\]/)
      #expect(hasSpacedHeader || theirs == config.readProfiles, "\(text.debugDescription)")
    }
    guard let merged = reading.merged else { return }
    for (name, properties) in read {
      if let theirs = merged[name] {
        // Both kinds of default: ours is always the one with the prefix.
        if name == "default", text.contains("[default"), text.contains("profile") { continue }
        #expect(properties.isPart(of: theirs), "\(name) of \(text.debugDescription)")
      } else {
        Issue.record("\(name) is none of \(text.debugDescription)")
      }
    }
    let lost = Set(merged.keys.filter { !$0.hasSpaceAround }).subtracting(read.keys)
    #expect(lost.isEmpty || !config.diagnostics.isEmpty, "\(lost) of \(text.debugDescription)")
  }
}

extension String {
  fileprivate var hasSpaceAround: Bool {
    first?.isWhitespace == true || last?.isWhitespace == true
  }
}

extension Tree {
  /// True where each property is in one of the sections, with the same value but for a comment.
  fileprivate func isPart(of sections: [[String: Tree]]) -> Bool {
    guard case .block(let own) = self else { return false }
    return own.allSatisfy { key, value in
      sections.contains { $0[key].map { value.isPart(of: $0) } ?? false }
    }
  }

  /// True where each property is in the other, with the same value but for a comment.
  fileprivate func isPart(of other: Tree) -> Bool {
    switch (self, other) {
    case (.text(let text), .text(let all)):
      text == all
        || text
          == all.replacing(/^[^\n]*?(?<comment>[ \t]+[#;][^\n]*)/) {
            $0.output.0.dropLast($0.output.comment.count)
          }
    case (.block(let own), .block(let all)):
      own.allSatisfy { key, value in all[key].map { value.isPart(of: $0) } ?? false }
    case (.text, .block), (.block, .text): false
    }
  }
}
