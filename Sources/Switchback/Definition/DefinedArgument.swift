/// An option, a flag or a positional argument.
struct DefinedArgument: Decodable {
  enum Kind: String, Decodable {
    case positional, option, flag
  }

  struct Name: Decodable, Hashable {
    enum Kind: String, Decodable {
      case long, short, longWithSingleDash
    }

    var kind: Kind
    var name: String

    /// With its dashes.
    var written: String { (kind == .long ? "--" : "-") + name }
  }

  var kind: Kind
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
  var names: [Name] { definedNames ?? [] }

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
