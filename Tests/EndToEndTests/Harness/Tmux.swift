import Foundation
import Glibc

/// A program on a terminal: tmux with a server, a size and an environment of its own.
///
/// Nothing here waits by the clock: the terminal's bytes, and the program's end, come through a
/// FIFO, and after each of them the screen is looked at again.
final class Tmux {
  struct Size {
    var columns = 100
    var rows = 30
  }

  let home: Home
  let name: String
  let changes: Changes
  private var server: pid_t = 0
  var typed = 0

  /// Starts a program.
  ///
  /// - Parameter captured: Its output and errors go to files, for `outcome`, and not to the
  ///   terminal.
  init(
    _ home: Home, _ command: [String], size: Size = Size(), terminal: String = "tmux-256color",
    with environment: [String: String] = [:], captured: Bool = false
  ) async throws {
    self.home = home
    name = "tmux-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(
      atPath: home.path(name), withIntermediateDirectories: false)
    changes = try Changes(at: home.path(name + "/changes"))
    let options = [
      ["remain-on-exit", "on"], ["status", "off"], ["default-terminal", terminal],
    ].flatMap { ["set-option", "-g"] + $0 + [";"] }
    let start = [
      "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)",
      "/bin/sh", "-c", Self.script, home.path(name), captured ? "captured" : "shown",
    ]
    let watch = [";", "pipe-pane", "cat > \(changes.path)", ";", "display-message", "-p", "#{pid}"]
    let pid = try await tmux(
      ["start-server", ";"] + options + start + command + watch, with: environment)
    server = pid_t(pid.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  convenience init(
    _ home: Home, _ command: String..., size: Size = Size(),
    with environment: [String: String] = [:], captured: Bool = false
  ) async throws {
    try await self.init(home, command, size: size, with: environment, captured: captured)
  }

  deinit {
    if server > 0 { kill(server, SIGTERM) }
  }

  /// Names the window, runs the program, and looks at the terminal before and after.
  private static let script = #"""
    folder=$0 how=$1; shift
    # Ctrl-C where the terminal makes a signal of it is for the program, and to be looked at here.
    trap : INT
    printf '\033]2;mine\033\\'
    look() {
      stty -g
      for mode in alternate_on cursor_flag keypad_cursor_flag keypad_flag mouse_any_flag pane_title; do
        tmux display-message -p "$mode #{$mode}"
      done
    }
    look > "$folder/before"
    case $how in
      captured) "$@" > "$folder/output" 2> "$folder/errors" ;;
      *) "$@" ;;
    esac
    status=$?
    look > "$folder/after"
    echo "$status" > "$folder/status"
    echo > "$folder/changes"
    """#

  /// Types keys in the notation `prod<down><enter>`.
  func keys(_ notation: String) async throws {
    for stroke in Keystrokes.reading(notation) {
      try await tmux(["send-keys"] + stroke.arguments)
    }
  }

  func resize(_ size: Size) async throws {
    try await tmux(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// The screen as text; with `styled`, with the escape sequences of its colours and all its
  /// blanks.
  func screen(styled: Bool = false) async throws -> String {
    try await tmux(["capture-pane", "-p"] + (styled ? ["-e", "-N"] : []))
  }

  /// A tmux format of the pane, such as `#{alternate_on}`.
  func format(_ format: String) async throws -> String {
    try await tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  @discardableResult
  func tmux(
    _ arguments: [String], with environment: [String: String] = [:]
  ) async throws -> String {
    let socket = home.path(name + "/socket")
    let ended = try await home.run(
      ["tmux", "-S", socket, "-f", "/dev/null"] + arguments, with: environment)
    guard ended.status == 0 else {
      throw NeverCame(what: "tmux \(arguments)", screen: ended.errors)
    }
    return ended.output
  }
}
