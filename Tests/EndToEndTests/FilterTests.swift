import Foundation
import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(3)))
struct FilterTests {
  @Test func ranksLinesAndGivesThemBackAsTheyCame() async throws {
    let home = try Home()
    let lines = "xa-prod\nprod one\nPROD\n  prod  \nno\nProductıon \u{1B}[31m\nlast prod"
    let ended = try await home.switchback("filter", "prod", input: lines)
    let expected =
      "PROD\n  prod  \nprod one\nProductıon \u{1B}[31m\nxa-prod\nlast prod\n"
    #expect(ended.output.split(separator: "\n").count == 6 && ended.status == 0)
    #expect(Set(ended.output.split(separator: "\n")) == Set(expected.split(separator: "\n")))
    #expect(ended.output.hasPrefix("PROD\n  prod  \n"))
  }

  @Test func endsWith1WhereNothingIsLeft() async throws {
    let ended = try await Home().switchback("filter", "zzz", input: "one\ntwo\n")
    #expect(ended == Outcome(status: 1, output: "", errors: ""))
    let empty = try await Home().switchback("filter", "", input: "")
    #expect(empty.status == 1)
  }

  @Test func takesAQueryThatBeginsWithAMinus() async throws {
    let ended = try await Home().switchback("filter", "--", "-x", input: "a-x\nb\n")
    #expect(ended.output == "a-x\n")
  }

  @Test func saysHowWhereThereIsNoInput() async throws {
    let tmux = try await Tmux(try Home(), "switchback", "filter", "x")
    try await tmux.waits(for: "is a terminal")
    #expect(try await tmux.status() == 2)
  }

  /// The same lines and queries, in the same order, as fzf's own answer.
  @Test(.enabled(if: Repository.fzf != nil), arguments: [UInt64(1), 2, 3])
  func agreesWithFzf(seed: UInt64) async throws {
    let fzf = try #require(Repository.fzf)
    let home = try Home()
    var corpus = SearchCorpus(seed: seed)
    for _ in 0..<60 {
      let (query, lines) = corpus.next()
      let theirs = try await home.run(
        [fzf, "--filter=" + query, "--scheme=default", "--tiebreak=length,index"], input: lines)
      let ours = try await home.switchback("filter", "--", query, input: lines)
      #expect(ours.output == theirs.output && ours.status == theirs.status, "query '\(query)'")
    }
  }
}
