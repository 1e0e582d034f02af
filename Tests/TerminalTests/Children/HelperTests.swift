import CPosix
import Foundation
import Glibc
import Terminal
import Testing

/// A cancelled helper ends with all processes that it has started.
@Suite(.timeLimit(.minutes(1)))
struct HelperTests {
  private func child(_ script: String) -> Child {
    Child(path: "/bin/sh", arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
  }

  /// Runs a script that prints process IDs, cancels it then, and returns the IDs.
  private func givenUp(_ script: String, count: Int) throws -> [pid_t] {
    let helper = Helper()
    var printed: [UInt8] = []
    let ended = try helper.run(child(script)) { stream, bytes in
      if stream == .output { printed += bytes }
      if printed.count(where: { $0 == UInt8(ascii: "\n") }) == count { helper.giveUp() }
      return true
    }
    #expect(ended.end == .signaled(SIGKILL))
    return String(decoding: printed, as: UTF8.self).split(separator: "\n").compactMap { pid_t($0) }
  }

  @Test(arguments: [
    "sleep 300 & echo $!; echo $$; wait", "setsid sh -c 'echo $$; exec sleep 300' & echo $$; wait",
    "(setsid sh -c 'echo $$; exec sleep 300' &); echo $$; sleep 300",
    "nohup sh -c 'sleep 300 & echo $!; wait' 2>/dev/null & echo $$; wait",
    "env -i sh -c 'echo $$; exec /bin/sleep 300' & echo $$; wait",
    "sh -c 'trap \"\" TERM INT HUP; echo $$; while :; do sleep 300; done' & echo $$; wait",
  ])
  func endsWithAllThatItStarted(_ script: String) throws {
    let processes = try givenUp(script, count: 2)
    #expect(processes.count == 2)
    for process in processes { #expect(isGone(process), "\(process) of \(script)") }
  }

  @Test func beforeItHasBegunItEndsAtOnce() throws {
    let helper = Helper()
    helper.giveUp()
    #expect(try helper.run(child("sleep 300")) { _, _ in true }.end == .signaled(SIGKILL))
  }

  @Test func aHelperThatPrintsTooMuchIsCancelled() throws {
    var count = 0
    let ended = try Helper().run(child("yes")) { _, bytes in
      count += bytes.count
      return count < 100_000
    }
    #expect(ended.end == .signaled(SIGKILL))
  }

  /// No process sees another end, so none continues after that.
  @Test(arguments: [
    "sleep 300 & echo up; wait; touch FILE", "sh -c 'sleep 300; touch FILE' & echo up; wait",
    "echo up; sleep 300; touch FILE", "env -i /bin/sh -c 'sleep 300; touch FILE' & echo up; wait",
    "sh -c 'trap \"touch FILE\" TERM INT HUP CHLD; echo up; sleep 300; touch FILE'; touch FILE",
    "setsid sh -c 'sleep 300 & wait; touch FILE' & echo up; wait; touch FILE",
    "yes | head -c 99999999999 > /dev/null & echo up; wait; touch FILE",
  ])
  func nothingGoesOnAfterTheEndOfAnother(_ script: String) throws {
    let file = NSTemporaryDirectory() + "switchback-went-on-\(UUID().uuidString)"
    for _ in 0..<5 {
      _ = try givenUp(script.replacing("FILE", with: file), count: 1)
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test func whatItPrintsComesWholeAndWhatItLeavesIsNotWaitedFor() throws {
    var (output, errors) = ("", "")
    let start = ContinuousClock.now
    let ended = try Helper().run(child("sleep 20 & echo out; echo err >&2; exit 3")) {
      stream, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      if stream == .output { output += text } else { errors += text }
      return true
    }
    #expect(output == "out\n" && errors == "err\n" && ended.end == .exited(3))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  /// Without a lender it cannot read the terminal, and neither can its children.
  @Test func withoutALenderItHasNoTerminal() throws {
    let script = """
      set -- $(cat /proc/self/stat); echo $(($6 == $$)) $7 "${GPG_TTY-none}"
      (: < /dev/tty) 2> /dev/null || echo no terminal; cat; tty
      """
    var child = child(script)
    child.environment["GPG_TTY"] = "/dev/tty"
    var printed = ""
    let ended = try Helper().run(child) { _, bytes in
      printed += String(decoding: bytes, as: UTF8.self)
      return true
    }
    #expect(printed == "1 0 none\nno terminal\nnot a tty\n" && !ended.hadTerminal)
  }

  @Test func theCallerHasItsTurnsWhileItRuns() throws {
    let helper = Helper()
    var turns = 0
    let ended = try helper.run(
      child("sleep 300"),
      turn: { question in
        turns += 1
        if question == nil, turns == 3 { helper.giveUp() }
      }, take: { _, _ in true })
    #expect(ended.end == .signaled(SIGKILL) && turns >= 3)
  }
}

/// Whether a process has ended, with a timeout for a busy machine.
private func isGone(_ process: pid_t) -> Bool {
  let end = switchback_open_process(process)
  guard end >= 0 else { return errno == ESRCH }
  defer { close(end) }
  var awaited = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
  return poll(&awaited, 1, 30_000) == 1
}
