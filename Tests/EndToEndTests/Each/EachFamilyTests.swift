import Foundation
import Testing

/// What the commands of `each` have started ends with it, whatever session it is in.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct EachFamilyTests {
  /// Processes in the background, in sessions of their own, without a parent, one that ignores
  /// TERM; each holds the FIFO open.
  private static let command = #"""
    exec 9> "$FAMILY"
    one='echo up >&9; exec /bin/sleep 300'
    sh -c "$one" &
    setsid sh -c "$one" &
    (setsid sh -c "$one" > /dev/null 2>&1 &)
    (setsid sh -c "trap '' TERM; $one" > /dev/null 2>&1 &)
    env -i setsid /bin/sh -c "trap '' TERM; $one" > /dev/null 2>&1 &
    echo up >&9
    wait
    """#

  /// Waits until all of both commands are there, has `each` end, and waits until none is.
  private static let script = #"""
    set -m; mkfifo "$FAMILY"
    switchback each --entry dev --entry prod --parallel 2 -- sh -c "$COMMAND" > /dev/null 2>&1 &
    exec 3< "$FAMILY"
    for each in 1 2 3 4 5 6 7 8 9 10 11 12; do read -r line <&3; done
    kill -"$SIGNAL" $!
    timeout 60 cat <&3
    """#

  private func run(_ script: String, _ command: String, signal: String = "") async throws -> Outcome
  {
    let home = try Home()
    try home.config(storedKeys("dev") + storedKeys("prod"))
    return try await home.run(
      ["bash", "-c", script],
      with: ["FAMILY": home.path("family"), "COMMAND": command, "SIGNAL": signal])
  }

  @Test(arguments: ["TERM", "HUP", "INT", "KILL"])
  func endsWithIt(_ signal: String) async throws {
    let outcome = try await run(Self.script, Self.command, signal: signal)
    #expect(outcome.status == 0, "\(signal): \(outcome)")
  }

  /// What a command leaves running when it ends by itself is its own matter.
  @Test func whatACommandLeavesAtItsOwnEndStays() async throws {
    let script = #"""
      mkfifo "$FAMILY" "$FAMILY.end"; exec 3<> "$FAMILY"
      switchback each --entry dev -- sh -c "$COMMAND" && echo end > "$FAMILY.end" && read -r line <&3
      echo "$line"
      """#
    let command = #"""
      exec 9> "$FAMILY"
      setsid sh -c 'read -r line < "$FAMILY.end"; echo stayed >&9' > /dev/null 2>&1 &
      """#
    let outcome = try await run(script, command)
    #expect(outcome.status == 0 && outcome.output.hasSuffix("stayed\n"), "\(outcome)")
  }
}
