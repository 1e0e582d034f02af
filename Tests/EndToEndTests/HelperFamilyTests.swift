import Foundation
import Testing

/// What a credential_process has started ends with switchback, whatever ends that.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct HelperFamilyTests {
  private static let signals = ["TERM", "HUP", "INT", "KILL"]

  /// Processes in the background, in sessions of their own, without a parent, and without our
  /// variables; each holds the FIFO open.
  private static let helper = #"""
    #!/bin/sh
    exec 9> "$FAMILY"
    one='echo up >&9; exec /bin/sleep 300'
    sh -c "$one" &
    setsid sh -c "$one" &
    (setsid sh -c "$one" &)
    env -i /bin/sh -c "$one" &
    nohup env -i setsid /bin/sh -c "$one" > /dev/null 2>&1 &
    echo up >&9
    wait
    """#

  /// Waits until all are there, has switchback end, and waits until none is.
  private static let ending = #"""
    for each in 1 2 3 4 5 6; do read -r line <&3; done
    kill -"$SIGNAL" "$(cat "$FAMILY.pid")"
    timeout 60 cat <&3
    """#

  /// A command that leaves its number, and becomes switchback.
  private static let started = [
    "sh", "-c", #"echo $$ > "$FAMILY.pid"; exec switchback "$@""#, "sh",
  ]

  private func home() throws -> Home {
    let home = try Home()
    try home.write("helper", Self.helper)
    try home.config(
      "[profile prod]\ncredential_process = /bin/sh \(home.path("helper"))\nregion = eu-west-1\n")
    return home
  }

  private func variables(_ home: Home, _ signal: String) -> [String: String] {
    ["FAMILY": home.path("family"), "SIGNAL": signal]
  }

  @Test(
    arguments: [
      "exec prod -- true", "export prod", "credentials prod", "each --entry prod -- true",
    ],
    signals)
  func ofACommand(_ command: String, _ signal: String) async throws {
    let home = try home()
    // A job of its own, in which INT is not ignored.
    let script = """
      set -m; mkfifo "$FAMILY"; "$@" > /dev/null 2>&1 & exec 3< "$FAMILY"
      """
    let outcome = try await home.run(
      ["bash", "-c", script + "\n" + Self.ending, "bash"] + Self.started
        + command.split(separator: " ").map(String.init), with: variables(home, signal))
    #expect(outcome.status == 0, "\(command), \(signal): \(outcome)")
  }

  @Test(arguments: signals)
  func ofThePicker(_ signal: String) async throws {
    let home = try home()
    _ = try await home.run(["mkfifo", home.path("family")])
    let tmux = try await Tmux(home, Self.started, with: variables(home, signal))
    try await tmux.waits(for: "prod")
    try await tmux.keys("prod<enter>")
    let outcome = try await home.run(
      ["sh", "-c", #"exec 3< "$FAMILY""# + "\n" + Self.ending], with: variables(home, signal))
    #expect(outcome.status == 0, "\(signal): \(outcome)")
    withExtendedLifetime(tmux) {}
  }

  /// What a program leaves running when it ends by itself is its own matter, such as an agent that
  /// it has started.
  @Test func whatAProgramLeavesAtItsOwnEndStays() async throws {
    let home = try Home()
    try home.write(
      "helper",
      """
      exec 9> "$FAMILY"
      sh -c 'read -r line < "$FAMILY.end"; echo stayed >&9' > /dev/null 2>&1 &
      echo '{"Version": 1, "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "s"}'
      """)
    try home.config(
      "[profile prod]\ncredential_process = /bin/sh \(home.path("helper"))\nregion = eu-west-1\n")
    let script = """
      mkfifo "$FAMILY" "$FAMILY.end"; exec 3<> "$FAMILY"
      switchback exec prod -- true && echo end > "$FAMILY.end" && read -r line <&3 && echo "$line"
      """
    let outcome = try await home.run(["sh", "-c", script], with: variables(home, ""))
    #expect(outcome.status == 0 && outcome.output == "stayed\n", "\(outcome)")
  }
}
