import Foundation
import Testing

/// A picker or demo whose terminal is closed, or that a signal ends, leaves no files.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ClosedTerminalTests {
  /// Runs switchback on a terminal until a text is shown, ends it in a way, and waits for its end.
  private static let driver = #"""
    import os, pty, select, signal, sys, time
    how, awaited = sys.argv[1], sys.argv[2].encode()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color")
        os.execvp("switchback", ["switchback"] + sys.argv[3:])
    out, end = b"", time.time() + 30
    while awaited not in out and time.time() < end:
        if select.select([terminal], [], [], 0.1)[0]: out += os.read(terminal, 65536)
    assert awaited in out, out
    if how == "close": os.close(terminal)
    elif how == "Ctrl-C": os.write(terminal, b"\x03")
    else: os.kill(pid, getattr(signal, "SIG" + how))
    os.waitpid(pid, 0)
    """#

  private func leftovers(_ home: Home) -> [String] {
    ["runtime", "tmp"].flatMap { folder in
      home.names(in: folder).filter { $0.hasPrefix("switchback-") }.map { folder + "/" + $0 }
    }
  }

  private func end(_ how: String, _ awaited: String, _ home: Home) async throws {
    let command = awaited == "ops" ? [] : ["demo"]
    let ended = try await home.run(
      [Repository.pythonAnywhere, "-c", Self.driver, how, awaited] + command)
    #expect(ended.status == 0, "\(ended)")
  }

  @Test(arguments: ["close", "HUP", "TERM", "INT", "SEGV"], ["ops", "47 entries"])
  func leavesNothing(_ how: String, _ shown: String) async throws {
    let home = try Home()
    try home.config(storedKeys("ops"))
    try await end(how, shown, home)
    #expect(leftovers(home) == [])
  }

  @Test func whatKillLeavesGoesWithTheNextRun() async throws {
    let home = try Home()
    try home.config(storedKeys("ops"))
    try await end("KILL", "47 entries", home)
    #expect(leftovers(home).count == 1)
    // A run that is ended by a signal removes only what is its own.
    try await end("Ctrl-C", "ops", home)
    #expect(leftovers(home) == [])
  }
}
