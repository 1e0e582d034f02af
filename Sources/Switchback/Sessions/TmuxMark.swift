import Accounts
import Canvas
import Dispatch
import Foundation
import Glibc
import Shells
import Terminal

/// The name and the colour of a shell, set in the tmux that it runs in; nil outside of tmux.
struct TmuxMark {
  private let pane: String
  private let hasBorder: Bool
  private let program: String

  init?(_ marking: MarkSettings.Tmux?, _ environment: [String: String]) {
    guard let marking, marking != .off, environment["TMUX"]?.isEmpty == false,
      let pane = environment["TMUX_PANE"], pane.hasPrefix("%"),
      pane.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
      let program = try? findCommand("tmux", environment: environment)
    else { return nil }
    (self.pane, hasBorder, self.program) = (pane, marking == .border, program)
  }

  func set(_ identity: Identity) {
    // In a format, # begins a style, and ## is one #.
    let label =
      identity.label.unicodeScalars.map { $0 == "#" ? "##" : String($0) }.joined()
      + (identity.isReadOnly ? " read-only" : "")
    run(
      [
        ["-p", "-t", pane, "@switchback_label", label],
        ["-p", "-t", pane, "@switchback_color", identity.color.hex ?? "default"],
      ],
      border: [
        ["-w", "-t", pane, "pane-border-status", "top"],
        ["-w", "-t", pane, "pane-border-format", Self.border],
      ])
  }

  func remove() {
    run(
      [
        ["-p", "-u", "-t", pane, "@switchback_label"],
        ["-p", "-u", "-t", pane, "@switchback_color"],
      ],
      border: [
        ["-w", "-u", "-t", pane, "pane-border-status"],
        ["-w", "-u", "-t", pane, "pane-border-format"],
      ])
  }

  private static let border =
    "#{?@switchback_label,#[bg=#{@switchback_color}] #{@switchback_label} #[default],}"

  /// Runs tmux.
  ///
  /// Errors are ignored, since this is only a mark.
  private func run(_ options: [[String]], border: [[String]]) {
    for words in options + (hasBorder ? border : []) {
      guard succeeds(["set-option"] + words, withinSeconds: 2) else { return }
    }
  }

  /// False if tmux does not respond, for example because its server is stopped.
  ///
  /// Then it is killed.
  private func succeeds(_ words: [String], withinSeconds limit: Int) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return true }
    if ended.wait(timeout: .now() + .seconds(limit)) == .success { return true }
    kill(process.processIdentifier, SIGKILL)
    return false
  }
}
