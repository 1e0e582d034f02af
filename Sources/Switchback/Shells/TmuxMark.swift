import Accounts
import Canvas
import Foundation
import Shells
import Terminal

/// The name and the colour of a shell, told to the tmux that it runs in; nil outside of one.
struct TmuxMark {
  private let pane: String
  private let hasBorder: Bool
  private let program: String

  init?(_ marking: Marking.Tmux?, _ environment: [String: String]) {
    guard let marking, marking != .off, environment["TMUX"]?.isEmpty == false,
      let pane = environment["TMUX_PANE"], pane.hasPrefix("%"),
      pane.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
      let program = try? findCommand("tmux", environment: environment)
    else { return nil }
    (self.pane, hasBorder, self.program) = (pane, marking == .border, program)
  }

  func set(_ identity: Identity) {
    // In a format # begins a style; it comes out as one.
    let label =
      identity.label.unicodeScalars.map { $0 == "#" ? "##" : String($0) }.joined()
      + (identity.isReadOnly ? " read-only" : "")
    run(["set-option", "-p", "-t", pane, "@switchback_label", label])
    run(["set-option", "-p", "-t", pane, "@switchback_color", identity.color.hex ?? "default"])
    guard hasBorder else { return }
    run(["set-option", "-w", "-t", pane, "pane-border-status", "top"])
    run(["set-option", "-w", "-t", pane, "pane-border-format", Self.border])
  }

  func remove() {
    run(["set-option", "-p", "-u", "-t", pane, "@switchback_label"])
    run(["set-option", "-p", "-u", "-t", pane, "@switchback_color"])
    guard hasBorder else { return }
    run(["set-option", "-w", "-u", "-t", pane, "pane-border-status"])
    run(["set-option", "-w", "-u", "-t", pane, "pane-border-format"])
  }

  private static let border =
    "#{?@switchback_label,#[bg=#{@switchback_color}] #{@switchback_label} #[default],}"

  /// What tmux cannot do is left undone: it is only a mark.
  private func run(_ words: [String]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return }
    process.waitUntilExit()
  }
}
