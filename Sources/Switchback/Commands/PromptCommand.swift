import ArgumentParser
import Canvas
import Foundation
import Shells
import Text

/// `switchback prompt`.
struct PromptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prompt",
    abstract: "Print the label of the current shell, for your own prompt.",
    discussion: """
      Prints nothing and exits 1 outside a Switchback shell. In tmux: \
      set -g pane-border-format '#(switchback prompt --format tmux)'. In JSON, `left` is in seconds.
      """)

  @Option(help: "Output format: plain, ansi (in colour), tmux or json.")
  var format = PromptOption.plain
  @Flag(help: "Same as --format json.")
  var json = false

  func run() throws {
    try printPrompt(json ? .json : format, .live())
  }
}

/// `--format` of `switchback prompt`.
enum PromptOption: String, ExpressibleByArgument, CaseIterable {
  case plain, ansi, tmux, json
}

/// Prints the label in the environment.
///
/// Throws `ExitCode.noMatch` if there is none.
func printPrompt(_ format: PromptOption, _ world: World) throws {
  guard let label = ActiveLabel(world.environment) else { throw ExitCode.noMatch }
  let now = Int(world.now().timeIntervalSince1970)
  if let format = PromptFormat(rawValue: format.rawValue) {
    let colors = LabelColors(environment: world.environment)
    try world.print(label.prompt(format, colors, at: now) + "\n")
  } else {
    try world.print(JSON(label, at: now).printed() + "\n")
  }
}

extension JSON {
  fileprivate init(_ label: ActiveLabel, at now: Int) {
    self = .known([
      "entry": .text(label.entry), "label": .text(label.name),
      "color": label.color?.hex.map(JSON.text), "account_id": label.accountID.map(JSON.text),
      "role": label.role.map(JSON.text), "region": label.region.map(JSON.text),
      "depth": .number(label.depth), "read_only": label.isReadOnly ? .bool(true) : nil,
      "left": label.end.map { .number(max(0, $0 - now)) },
    ])
  }
}
