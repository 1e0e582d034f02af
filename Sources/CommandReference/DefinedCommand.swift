import Foundation

/// A command as ArgumentParser's `--experimental-dump-help` describes it: what completions and the manual are made of.
package struct DefinedCommand: Decodable {
  package var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var defaultSubcommand: String?
  private var subcommands: [DefinedCommand]?
  private var arguments: [DefinedArgument]?

  /// Those that help shows, in its order.
  package var shownSubcommands: [DefinedCommand] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true }
  }

  /// Options and positional arguments that help shows; of a command that stands for one of its subcommands, that
  /// one's too.
  var shownArguments: [DefinedArgument] {
    let other = subcommands?.first { $0.commandName == defaultSubcommand }
    let own = (arguments ?? []).filter(\.shouldDisplay)
    return (other?.shownArguments ?? []).filter { argument in
      argument.names.isEmpty || !own.contains { $0.names == argument.names }
    } + own
  }

  var shownPositionals: [DefinedArgument] { shownArguments.filter { $0.kind == .positional } }
  package var shownOptions: [DefinedArgument] { shownArguments.filter { $0.kind != .positional } }
}

/// An option, a flag or a positional argument.
package struct DefinedArgument: Decodable {
  package enum Kind: String, Decodable {
    case positional, option, flag
  }

  package struct Name: Decodable, Hashable {
    enum Kind: String, Decodable {
      case long, short, longWithSingleDash
    }

    var kind: Kind
    var name: String

    /// With its dashes.
    package var written: String { (kind == .long ? "--" : "-") + name }
  }

  package var kind: Kind
  var shouldDisplay: Bool
  var isOptional: Bool
  var isRepeating: Bool
  var parsingStrategy: String
  var valueName: String?
  var defaultValue: String?
  var abstract: String?
  var sectionTitle: String?
  var allValues: [String]?
  var completionKind: DefinedCompletion?
  private var definedNames: [Name]?

  /// None for a positional argument.
  package var names: [Name] { definedNames ?? [] }

  /// True of the words behind `--`.
  var isBehindTerminator: Bool { parsingStrategy == "postTerminator" }

  private enum CodingKeys: String, CodingKey {
    case kind, shouldDisplay, isOptional, isRepeating, parsingStrategy, valueName, defaultValue
    case abstract, sectionTitle, allValues, completionKind
    case definedNames = "names"
  }
}

/// What completes a value, as far as the definition says.
struct DefinedCompletion: Decodable {
  struct List: Decodable {
    var values: [String]
  }

  struct Command: Decodable {
    var command: String
  }

  struct Nothing: Decodable {}

  var list: List?
  var file: Nothing?
  var shellCommand: Command?
}

/// What a value is one of, where only the machine at hand can say.
package enum CompletedValue: String, CaseIterable {
  case entries, groups, logins, themes, shells

  /// What the definition carries: a shell command that does nothing, for scripts of the parser's own would run it,
  /// and in bash evaluate the names that it prints.
  package var marker: String { ": \(rawValue)" }

  /// What the definition of an argument says; nil where it is none of these.
  init?(_ completion: DefinedCompletion?) {
    guard let command = completion?.shellCommand?.command, command.hasPrefix(": ") else {
      return nil
    }
    self.init(rawValue: String(command.dropFirst(2)))
  }
}

extension DefinedCommand {
  private struct Dump: Decodable {
    var command: DefinedCommand
  }

  /// Reads what ArgumentParser prints for `--experimental-dump-help`; throws where that is none.
  package init(dump text: String) throws {
    self = try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }
}
