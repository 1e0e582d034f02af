import Foundation
import Testing

/// A terminal that answers late, as over a slow line, types its answer into nothing; what was typed
/// ahead is typed.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct LateAnswerTests {
  /// A shell on a terminal that answers questions for its background after so many seconds.
  private static let driver = #"""
    import os, pty, select, sys, time
    delay, ahead = float(sys.argv[1]), sys.argv[2].encode()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", PS1="ready> ")
        os.execvp("bash", ["bash", "--norc"])
    out, due = b"", None
    def run(until, seconds):
        global out, due
        end = time.time() + seconds
        while time.time() < end and not until():
            if select.select([terminal], [], [], 0.01)[0]: out += os.read(terminal, 65536)
            if due is None and out.count(b"\x1b]11;?"): due = time.time() + delay
            if due and time.time() > due and delay >= 0:
                os.write(terminal, b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;22c"); due = float("inf")
    run(lambda: b"ready> " in out, 10)
    os.write(terminal, b"switchback shell ops\r" + ahead)
    run(lambda: b"SHELL-IS-THERE" in out, 5)
    os.write(terminal, b"echo SHELL-IS-$((1+1))\r")
    run(lambda: b"SHELL-IS-2" in out, 10)
    run(lambda: False, max(0, delay) + 0.3)
    sys.stdout.buffer.write(out)
    """#

  private func shown(after delay: Double, ahead: String = "") async throws -> String {
    let home = try Home()
    try home.config(storedKeys("ops"))
    try home.write("config/switchback/config.yaml", "tint: 0.1\n")
    let ended = try await home.run(
      [Repository.pythonAnywhere, "-c", Self.driver, "\(delay)", ahead])
    #expect(ended.status == 0, "\(ended)")
    return ended.output
  }

  @Test(arguments: [0, 0.1, 0.3, 0.7]) func isNotTyped(delay: Double) async throws {
    let shown = try await shown(after: delay)
    #expect(shown.contains("SHELL-IS-2"))
    #expect(!shown.contains("rgb:1e1e") && !shown.contains("62;22c"), "\(shown)")
  }

  @Test(arguments: [0, 0.3]) func leavesWhatWasTypedAhead(delay: Double) async throws {
    let shown = try await shown(after: delay, ahead: "echo typed-$((3+4))\r")
    #expect(shown.contains("typed-7"), "\(shown)")
    #expect(!shown.contains("rgb:1e1e"), "\(shown)")
  }

  /// It is waited for once, and not at each shell.
  @Test func isNotWaitedForTwice() async throws {
    let shown = try await shown(after: -1)
    #expect(shown.contains("SHELL-IS-2"))
  }

  /// The picker on a terminal that answers after so many seconds, in so many pieces, and is left at
  /// once.
  private static let left = #"""
    import os, pty, select, sys, time
    delay, pieces = float(sys.argv[1]), int(sys.argv[2])
    answer = b"\x1b[?2004;2$y\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62;22c"
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", PS1="ready> ")
        os.execvp("bash", ["bash", "--norc"])
    out, due, sent, size = b"", None, 0, -(-len(answer) // pieces)
    def run(until, seconds):
        global out, due, sent
        end = time.time() + seconds
        while time.time() < end and not until():
            if select.select([terminal], [], [], 0.01)[0]: out += os.read(terminal, 65536)
            if due is None and out.count(b"\x1b]11;?"): due = time.time() + delay
            if due and time.time() > due and sent < len(answer):
                os.write(terminal, answer[sent:sent + size]); sent += size; due = time.time() + 0.05
        return until()
    run(lambda: b"ready> " in out, 10)
    os.write(terminal, b"switchback\r")
    assert run(lambda: b"ops" in out, 10), out
    # No terminal sends a key in the middle of an answer.
    whole = lambda: sent == 0 or sent >= len(answer)
    assert run(whole, 5)
    os.write(terminal, b"\x03")
    assert run(lambda: b"\x1b[?1049l" in out, 10), out
    assert run(whole, 5)
    os.write(terminal, b"echo typed-$((3+4))\r")
    assert run(lambda: b"typed-7" in out, 10), out
    run(lambda: sent >= len(answer), 5); run(lambda: False, 0.3)
    sys.stdout.buffer.write(out)
    """#

  /// What is typed once the screen is left is the shell's.
  @Test(arguments: [0, 0.2, 0.6], [1, 2, 5])
  func isNotTypedWhereThePickerIsLeftAtOnce(delay: Double, pieces: Int) async throws {
    let home = try Home()
    try home.config(storedKeys("ops"))
    let ended = try await home.run(
      [Repository.pythonAnywhere, "-c", Self.left, "\(delay)", "\(pieces)"])
    #expect(ended.status == 0, "\(ended)")
    let shown = ended.output
    #expect(
      !shown.contains("1e1e") && !shown.contains("62;22c") && !shown.contains("2004;2$y"),
      "\(shown)")
  }
}
