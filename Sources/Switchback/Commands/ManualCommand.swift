import ArgumentParser
import CommandReference

/// `switchback manual`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual as a man page.",
    discussion: """
      switchback manual | man -l -
      switchback manual > ~/.local/share/man/man1/switchback.1

      Covers every command, file and environment variable.
      """)

  func run() throws {
    let world = World.live()
    let page = manual(
      of: try DefinedCommand.all(), groups: Switchback.groups.map { $0.named },
      version: Switchback.configuration.version, at: world.now())
    try world.print(page)
  }
}

extension CommandGroup {
  /// The group's title, and the names of its commands.
  var named: (title: String, names: [String]) {
    (name, subcommands.compactMap { $0.configuration.commandName })
  }
}
