import Foundation
import Testing

/// A damaged entry of the terminal's, which ncurses takes on trust, ends in a sentence or does no
/// harm.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(60)))
struct DamagedTerminfoTests {
  private static let entry = [
    "/lib/terminfo/x/xterm-256color", "/usr/share/terminfo/x/xterm-256color",
  ]
  .first { FileManager.default.fileExists(atPath: $0) }

  /// Starts the picker on a terminal of its own for each folder of terminfo entries that is named
  /// on standard input, with that folder and no other, ends it with Ctrl-C as soon as something is
  /// shown, and tells how it ended.
  private static let driver = #"""
    import os, pty, select, signal, sys, time
    for folder in sys.stdin.read().split():
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.update(TERM="xterm-256color", TERMINFO=folder)
            os.execvp("switchback", ["switchback"])
        end, status, out = time.time() + 10, None, b""
        while status is None and time.time() < end:
            if select.select([terminal], [], [], 0.02)[0]:
                try: out += os.read(terminal, 65536)
                except OSError: pass
                try: os.write(terminal, b"\x03")
                except OSError: pass
            ended, how = os.waitpid(pid, os.WNOHANG)
            if ended: status = how
        if status is None:
            os.kill(pid, signal.SIGKILL); os.waitpid(pid, 0); print(folder, "hangs"); continue
        os.close(terminal)
        said = b"damaged" in out
        # At a line's prompt Ctrl-C is a signal, and ends us as one.
        how = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        print(folder, 130 if how == -signal.SIGINT else how, said)
    """#

  @Test(.enabled(if: entry != nil)) func endsInASentence() async throws {
    let home = try Home()
    try home.config(storedKeys("base"))
    let original = [UInt8](
      try Data(contentsOf: URL(fileURLWithPath: try #require(Self.entry))))
    let seeds = (0..<max(1, Damage.cases / 10)).map { Damage.firstSeed &+ UInt64($0) }
    for seed in seeds {
      var damage = Damage(seed: seed)
      try home.write(
        "terminfo/\(seed)/x/xterm-256color", Data(damage.damaged(original)))
    }
    try home.write("terminfo/whole/x/xterm-256color", Data(original))
    let folders = (["whole"] + seeds.map { "\($0)" }).map { home.path("terminfo/\($0)") }
    let ended = try await home.run(
      [Repository.pythonAnywhere, "-c", Self.driver], input: folders.joined(separator: "\n"))
    #expect(ended.status == 0, "\(ended)")
    let lines = ended.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.count == folders.count)
    #expect(lines.first?.dropFirst().elementsEqual(["130", "False"]) == true)
    for line in lines {
      #expect(["130", "2"].contains(line[1]), "\(line.joined(separator: " "))")
    }
  }
}
