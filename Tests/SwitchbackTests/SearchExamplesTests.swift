import Accounts
import Credentials
import Foundation
import Picker
import Sandbox
import Search
import Secrets
import Testing
@testable import Switchback

/// The README's examples of queries, held against the entries of the demo.
struct SearchExamplesTests {
  /// How many each finds, and the name of the best; nil if it may be any.
  private static let expected: [String: (count: Int?, first: String?)] = [
    "ppa": (10, "payments-prod-admin"), "'prod": (18, "data-prod-admin"),
    "'prod'": (18, "data-prod-admin"), "^pay": (8, "payments-staging-admin"),
    "deploy$": (4, "payments-staging-deploy"), "^billing$": (1, "billing"),
    "!prod": (29, "payments-dev-admin"), "eu | us": (45, "harbour-china"),
    "account:4444": (14, "billing"), "role:admin": (17, "network-admin"),
    "group:pay": (8, "payments-staging-admin"), "region:^us": (12, "billing"),
    "name:hub": (2, "platform-hub"), "session:harbour": (nil, nil),
    "is:mfa": (2, "payments-prod-breakglass"), "is:login": (nil, nil), "is:broken": (0, nil),
    "is:pinned": (0, nil), "is:recent": (0, nil), "is:confirm": (nil, nil), "is:problem": (0, nil),
    "is:read-only": (1, "storefront-prod-look"), "is:ro": (1, "storefront-prod-look"),
    "2222-3333-4444": (4, "payments-prod-admin"),
  ]

  @Test func findWhatTheySay() throws {
    let examples = try Self.examples()
    #expect(Set(examples) == Set(Self.expected.keys))
    let entries = demo()
    let ranked = RankedEntries(
      entries, sortedBy: .recent, Usage(), loggedOut: Set(entries.compactMap(\.login)))
    for example in examples {
      let found = ranked.found(by: example)
      let expected = try #require(Self.expected[example])
      if let count = expected.count { #expect(found.count == count, "\(example)") }
      if let first = expected.first { #expect(found.first?.name == first, "\(example)") }
      #expect(ranked.complaint(of: example, found: found.first) == nil, "\(example)")
    }
  }

  /// What the README says beside its first example.
  @Test func theFirstOneFindsItsLetters() throws {
    let text = try readme()
    #expect(
      text.contains("| `ppa` | the letters in order: **P**ayments **p**roduction, **a**dmin |"))
    let best = try #require(
      RankedEntries(demo(), sortedBy: .recent, Usage()).found(by: "ppa").first)
    #expect(best.label.displayName == "Payments production, admin")
    let marked = Query("ppa").highlights(in: best.label.displayName)
    #expect(marked.map { String(best.label.displayName[$0]) } == ["P", "p", "a"])
  }

  /// What stands between backquotes in the first column of the table of queries.
  private static func examples() throws -> [String] {
    let lines = try readme().split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "| type | finds |"))
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.flatMap { line in
      let cell = line.replacing("\\|", with: "\u{1}").split(separator: "|")[0]
      let parts = cell.split(separator: "`", omittingEmptySubsequences: false)
      return stride(from: 1, to: parts.count, by: 2).map {
        String(parts[$0].replacing("\u{1}", with: "|"))
      }
    }
  }

  private func demo() -> [Entry] {
    let demo = DemoWorld(codeCommand: "code")
    let files = [
      "/home/maya/.aws/config": demo.awsConfig,
      "/home/maya/.aws/credentials": demo.awsCredentials.revealed,
      "/home/maya/.config/switchback/config.yaml": demo.settings,
    ]
    return Configuration.read(in: .stub(files: files)).catalogue.entries
  }
}

private func readme() throws -> String {
  let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  return try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
}
