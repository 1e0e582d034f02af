import ArgumentParser
import Foundation
import Sandbox

/// `switchback demo`.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "All of it against a pretend AWS on this machine: no account, no set-up.",
    discussion: "Your own files, history and sessions are not touched.")

  @OptionGroup var look: LookOptions
  @Option(
    help: "The shell to open, as a path. Default: $SHELL.", completion: CompletedValue.shells.kind)
  var shell: String?

  func run() async throws {
    let trip = Trip(
      shell: ShellWish(path: shell), theme: look.theme, color: look.color.choice, mouse: look.mouse,
      accessible: look.accessible)
    throw ExitCode(try await playDemo(.live(), trip))
  }
}
