import Foundation

/// A command as ArgumentParser's `--experimental-dump-help` describes it, for completions and the
/// manual.
package struct DefinedCommand: Decodable {
  package var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var defaultSubcommand: String?
  private var subcommands: [DefinedCommand]?
  private var arguments: [DefinedArgument]?

  /// The subcommands that help shows, in its order.
  package var shownSubcommands: [DefinedCommand] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true }
  }

  /// The options and positional arguments that help shows, those of the default subcommand
  /// included.
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

    /// The name with its dashes.
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

  /// The names; empty for a positional argument.
  package var names: [Name] { definedNames ?? [] }

  /// True for the words after `--`.
  var isBehindTerminator: Bool { parsingStrategy == "postTerminator" }

  private enum CodingKeys: String, CodingKey {
    case kind, shouldDisplay, isOptional, isRepeating, parsingStrategy, valueName, defaultValue
    case abstract, sectionTitle, allValues, completionKind
    case definedNames = "names"
  }
}

/// The completion of a value in the definition.
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

/// A kind of value whose completions depend on this machine.
package enum CompletedValue: String, CaseIterable {
  case entries, groups, logins, themes, shells

  /// The mark in the definition: a shell command that does nothing.
  ///
  /// ArgumentParser's own completion scripts would run it, and in bash would evaluate its output.
  package var marker: String { ": \(rawValue)" }

  /// The kind of value in an argument's definition; nil if it is not one of these.
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

  /// Reads ArgumentParser's output for `--experimental-dump-help`.
  ///
  /// Throws if the text is not valid.
  package init(dump text: String) throws {
    self = try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }
}
