import ArgumentParser
import Foundation
import Sandbox

/// `switchback demo`.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try everything against a simulated AWS. No account needed.",
    discussion: "Your own files, history and sessions aren't touched.")

  @OptionGroup var look: LookOptions
  @Option(
    help: "Path of the shell to open. Default: $SHELL.", completion: CompletedValue.shells.kind)
  var shell: String?

  func run() async throws {
    let trip = PickerSession(
      shell: ShellOptions(path: shell), theme: look.theme, color: look.color.choice,
      mouse: look.mouse,
      accessible: look.accessible)
    throw ExitCode(try await playDemo(.live(), trip))
  }
}
