import Foundation
import Testing

/// What is pasted without brackets comes as keys, tens of thousands at once: the next key is not to
/// wait for them.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct PastedTypingTests {
  private static let words = String(repeating: "production admin eu west ", count: 2400)

  private func picker(entries: Int) async throws -> Tmux {
    let home = try Home()
    try home.config((0..<entries).map { storedKeys("entry-\($0)") }.joined())
    try home.write("words", Self.words)
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "entry-0")
    try await tmux.tmux(["load-buffer", home.path("words")])
    return tmux
  }

  @Test(arguments: [3, 3000], ["", "<f2>", "<alt-h>", "<alt-o>", "<alt-e>", "<alt-j>", "<f1>"])
  func ctrlCWorksAtOnce(entries: Int, keys: String) async throws {
    let tmux = try await picker(entries: entries)
    try await tmux.keys(keys)
    let start = ContinuousClock.now
    try await tmux.tmux(["paste-buffer", ";", "send-keys", "C-c"])
    #expect(try await tmux.status() == 130)
    // A debug build on a busy machine has its time; each key by itself took half a minute.
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(try tmux.damage() == [])
  }

  @Test func theQueryIsCutAndSaysSo() async throws {
    let tmux = try await picker(entries: 3)
    try await tmux.tmux(["paste-buffer"])
    try await tmux.waits(for: "has at most 1000 characters")
    try await tmux.keys("<esc>")
    try await tmux.waits(for: "entry-2")
  }
}
