import ArgumentParser
import Foundation

extension DefinedCommand {
  private struct Dump: Decodable {
    var command: DefinedCommand
  }

  /// The definition of `switchback` and all its subcommands; throws where the parser's own dump is none.
  static func all() throws -> DefinedCommand {
    do {
      _ = try Switchback.parseAsRoot(["--experimental-dump-help"])
      throw Failure.input("The parser gave no definition of the command.")
    } catch let failure as Failure {
      throw failure
    } catch {
      // The dump comes as what the parser would print on its way out.
      let text = Switchback.fullMessage(for: error)
      return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
    }
  }
}
