import AWSConfig
import Accounts
import ArgumentParser
import Credentials
import Text

/// `switchback config`.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show problems in AWS's files and config.yaml.",
    discussion: """
      Lists every line that is not used as written and everything that makes an entry unusable, \
      with file and line. --json also prints the configuration as read, with secrets masked.
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let world = World.live()
    let configuration = Configuration.read(in: world)
    guard json else {
      return try world.print(lines(configuration.diagnosticsOfAll(world)))
    }
    try world.print(configuration.json(world).printed() + "\n")
  }

  private func lines(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "No problems found.\n" }
    return diagnostics.map {
      "\($0.origin.file.cleaned):\($0.origin.line): \($0.message.cleaned)\n"
    }.joined()
  }
}

extension Configuration {
  /// The JSON of `switchback config`, its keys in the order of the files.
  func json(_ world: World) -> JSON {
    guard case .object(let members) = JSON(shared.tree) else { return .object([]) }
    let last = JSON.Member(
      key: "diagnostics", value: .list(diagnosticsOfAll(world).map(JSON.init)))
    return .object(members + [last])
  }
}

extension JSON {
  init(_ tree: ConfigTree) {
    self =
      switch tree {
      case .text(let text): .text(text)
      case .block(let branches):
        .object(branches.map { Member(key: $0.name, value: JSON($0.tree)) })
      }
  }
}

extension JSON {
  init(_ diagnostic: Diagnostic) {
    self = .known([
      "file": .text(diagnostic.origin.file), "line": .number(diagnostic.origin.line),
      "message": .text(diagnostic.message),
    ])
  }
}
