import ArgumentParser
import Foundation

extension DefinedCommand {
  private struct Dump: Decodable {
    var command: DefinedCommand
  }

  /// The definition of `switchback` and all its subcommands; throws where the parser's own dump is none.
  static func all() throws -> DefinedCommand {
    let parsing = Result { try Switchback.parseAsRoot(["--experimental-dump-help"]) }
    guard case .failure(let end) = parsing else {
      throw CommandError.input("The parser gave no definition of the command.")
    }
    // The dump comes as what the parser would print on its way out.
    let text = Switchback.fullMessage(for: end)
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }
}
