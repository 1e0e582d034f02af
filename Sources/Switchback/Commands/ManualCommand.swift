import ArgumentParser

/// `switchback manual`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual as a man page.",
    discussion: """
      switchback manual | man -l -
      switchback manual > ~/.local/share/man/man1/switchback.1

      It says of every command what its --help says, and which files and variables there are.
      """)

  func run() throws {
    let world = World.live()
    let page = manual(
      of: try DefinedCommand.all(), version: Switchback.configuration.version, at: world.now())
    try world.print(page)
  }
}
